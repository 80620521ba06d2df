import { localDay } from '../../domain/calendar.ts'
import { type ComingPractice, comingPractice } from '../../domain/practice.ts'
import type { GradedAnswer } from '../../domain/progress/answered.ts'
import type { ProgressFigures } from '../../domain/progress/progress.ts'
import { type Practised, topicMemories } from '../../domain/progress/topics.ts'
import { bestWeek, lastWeeks, pointsByWeek, shownDays } from '../../domain/progress/weeks.ts'
import type { Deps } from '../deps.ts'
import { questionDays } from '../habits/goal-now.ts'
import { streakNow } from '../habits/streak-now.ts'
import { gatherPractice, type Practising } from '../practice/gather-practice.ts'

const comingShown = 5

/** The content of a player's own page; undefined if the player doesn't exist or asked to be forgotten. */
export async function viewProgress(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  playerId: number,
): Promise<ProgressFigures | undefined> {
  const found = await deps.store.askers.ofPlayer(playerId)
  if (!found || found.player.forgotten) return undefined
  const { player, workspace } = found
  const now = deps.clock.now()
  const { zone, weekStart } = workspace
  const today = localDay(now, zone)
  const channels = deps.store.channels.inWorkspace(workspace.id)
  const [days, { answers, ...practice }, streak] = await Promise.all([
    questionDays(deps, player, shownDays(today, weekStart), channels),
    practiceOf(deps, { workspaceId: workspace.id, playerId, channels }, now),
    streakNow(deps, player, workspace),
  ])
  const { goal } = player
  const points = pointsByWeek(answers, zone, weekStart)
  const best = bestWeek(points)
  return {
    workspaceName: workspace.name,
    today,
    weeks: lastWeeks(points, days, { today, goal, weekStart }),
    streak,
    topics: topicMemories(answers, practice.practised, now),
    coming: practice.coming,
    due: practice.due,
    ...(goal === undefined ? {} : { goal }),
    ...(best ? { best } : {}),
  }
}

async function practiceOf(
  deps: Pick<Deps, 'store' | 'bank'>,
  practising: Practising,
  now: Date,
): Promise<{ answers: GradedAnswer[]; practised: Practised[]; coming: ProgressFigures['coming']; due: number }> {
  const { open, known, answers } = await gatherPractice(deps, practising)
  const practised = open.flatMap(({ id, topic }): Practised[] => {
    const card = known.cards.get(id)
    return card ? [{ questionId: id, topic, card }] : []
  })
  const coming = comingPractice(open, known, now)
  return {
    answers,
    practised,
    coming: await withPrompts(deps, coming.slice(0, comingShown)),
    due: coming.filter(({ when }) => when === 'due').length,
  }
}

async function withPrompts(
  deps: Pick<Deps, 'store'>,
  coming: readonly ComingPractice[],
): Promise<ProgressFigures['coming']> {
  if (coming.length === 0) return []
  const texts = await deps.store.overview.texts(coming.map(({ question }) => question))
  return coming.map((one) => ({ ...one, prompt: texts.get(one.question.id)?.prompt ?? one.question.id }))
}
