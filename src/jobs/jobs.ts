import type { Job } from '../ports/queue.ts'
import { tellGrade } from '../services/answers/tell-grade.ts'
import { postWeekly } from '../services/boards/post-weekly.ts'
import type { Deps } from '../services/deps.ts'
import { tellDispute } from '../services/disputes/tell-dispute.ts'
import { findRemovals } from '../services/find-removals.ts'
import { remind } from '../services/habits/remind.ts'
import { postShare } from '../services/habits/share-result.ts'
import { readImport } from '../services/imports/read-import.ts'
import { tellSuggestion } from '../services/packs/tell-suggestion.ts'
import { prune } from '../services/prune.ts'
import { removeSandboxes } from '../services/remove-sandboxes.ts'
import { askScheduled } from '../services/rounds/ask-scheduled.ts'
import { closeRound } from '../services/rounds/close-round.ts'
import { countAnswers } from '../services/rounds/count-answers.ts'
import { countPastRounds } from '../services/rounds/count-past-rounds.ts'
import { postRound } from '../services/rounds/post-round.ts'
import { revealRound } from '../services/rounds/reveal-round.ts'
import { tellRuling } from '../services/rulings/tell-ruling.ts'
import { sweep } from '../services/schedule/sweep.ts'
import { tick } from '../services/schedule/tick.ts'
import { closeSeason } from '../services/seasons/close-season.ts'
import { syncTeam, syncTeams } from '../services/teams/link-team.ts'

type Named<Name extends Job['name']> = Extract<Job, { name: Name }>

/** One line and one service per job. */
const table: { [Name in Job['name']]: (deps: Deps, job: Named<Name>) => Promise<unknown> } = {
  grade: (deps, { answerId }) => deps.gradeAnswer(answerId),
  tell: (deps, { answerId }) => tellGrade(deps, answerId),
  'post-round': (deps, { roundId }) => postRound(deps, roundId),
  'close-round': (deps, { roundId }) => closeRound(deps, roundId),
  'reveal-round': (deps, { roundId }) => revealRound(deps, roundId),
  'count-answers': (deps, { roundId }) => countAnswers(deps, roundId),
  ask: (deps, { channelId, localDate }) => askScheduled(deps, channelId, localDate),
  remind: (deps, { playerId, date }) => remind(deps, playerId, date),
  share: (deps, { shareId }) => postShare(deps, shareId),
  'tell-dispute': (deps, { disputeId }) => tellDispute(deps, disputeId),
  'tell-ruling': (deps, { noticeId }) => tellRuling(deps, noticeId),
  'tell-suggestion': (deps, { suggestionId }) => tellSuggestion(deps, suggestionId),
  'read-import': (deps, { importId }) => readImport(deps, importId),
  weekly: (deps, { workspaceId, date }) => postWeekly(deps, workspaceId, date),
  season: (deps, { seasonId }) => closeSeason(deps, seasonId),
  'sync-team': (deps, { teamId }) => syncTeam(deps, teamId),
  'sync-teams': (deps) => syncTeams(deps),
  tick: (deps) => tick(deps),
  sweep: (deps) => sweep(deps),
  prune: async (deps) => {
    await prune(deps)
    await countPastRounds(deps, countingMs)
  },
  'find-removals': (deps) => findRemovals(deps),
  'remove-sandboxes': (deps) => removeSandboxes(deps),
}

/** Limits the time of the daily run, which usually finds nothing to count. */
const countingMs = 60_000

export const rhythms: readonly { job: Job; everyMs: number }[] = [
  { job: { name: 'tick' }, everyMs: 15_000 },
  { job: { name: 'sweep' }, everyMs: 15_000 },
  { job: { name: 'sync-teams' }, everyMs: 30 * 60_000 },
  { job: { name: 'prune' }, everyMs: 24 * 60 * 60_000 },
  { job: { name: 'find-removals' }, everyMs: 24 * 60 * 60_000 },
  { job: { name: 'remove-sandboxes' }, everyMs: 60 * 60_000 },
]

export async function runJob(deps: Deps, job: Job): Promise<void> {
  const run = table[job.name] as (deps: Deps, job: Job) => Promise<unknown>
  await run(deps, job)
}
