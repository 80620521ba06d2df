import type { Job } from '../ports/queue.ts'
import { askScheduled } from '../services/ask-scheduled.ts'
import { closeRound } from '../services/close-round.ts'
import type { Deps } from '../services/deps.ts'
import { gradeAnswer } from '../services/grade-answer.ts'
import { syncTeam, syncTeams } from '../services/link-team.ts'
import { postRound } from '../services/post-round.ts'
import { postWeekly } from '../services/post-weekly.ts'
import { revealRound } from '../services/reveal-round.ts'
import { sweep } from '../services/sweep.ts'
import { tellDispute } from '../services/tell-dispute.ts'
import { tellGrade } from '../services/tell-grade.ts'
import { tick } from '../services/tick.ts'

type Named<Name extends Job['name']> = Extract<Job, { name: Name }>

/** What each job does: one line, one service. */
const table: { [Name in Job['name']]: (deps: Deps, job: Named<Name>) => Promise<unknown> } = {
  grade: (deps, { answerId }) => gradeAnswer(deps, answerId),
  tell: (deps, { answerId }) => tellGrade(deps, answerId),
  'post-round': (deps, { roundId }) => postRound(deps, roundId),
  'close-round': (deps, { roundId }) => closeRound(deps, roundId),
  'reveal-round': (deps, { roundId }) => revealRound(deps, roundId),
  ask: (deps, { channelId, localDate }) => askScheduled(deps, channelId, localDate),
  'tell-dispute': (deps, { disputeId }) => tellDispute(deps, disputeId),
  weekly: (deps, { workspaceId, date }) => postWeekly(deps, workspaceId, date),
  'sync-team': (deps, { teamId }) => syncTeam(deps, teamId),
  'sync-teams': (deps) => syncTeams(deps),
  tick: (deps) => tick(deps),
  sweep: (deps) => sweep(deps),
}

/** What comes again by itself, in milliseconds. */
export const rhythms: readonly { job: Job; everyMs: number }[] = [
  { job: { name: 'tick' }, everyMs: 15_000 },
  { job: { name: 'sweep' }, everyMs: 15_000 },
  { job: { name: 'sync-teams' }, everyMs: 30 * 60_000 },
]

export async function runJob(deps: Deps, job: Job): Promise<void> {
  const run = table[job.name] as (deps: Deps, job: Job) => Promise<unknown>
  await run(deps, job)
}
