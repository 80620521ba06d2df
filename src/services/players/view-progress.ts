import { localDay } from '../../domain/calendar.ts'
import { type ComingPractice, comingPractice } from '../../domain/practice.ts'
import type { ProgressFigures } from '../../domain/progress/progress.ts'
import { type Practised, topicMemories } from '../../domain/progress/topics.ts'
import { bestWeek, lastWeeks, pointsByWeek, shownDays } from '../../domain/progress/weeks.ts'
import type { Player } from '../../ports/store/players.ts'
import type { Deps } from '../deps.ts'
import { questionDays } from '../habits/goal-now.ts'
import { streakNow } from '../habits/streak-now.ts'
import { gatherPractice } from '../practice/gather-practice.ts'

const comingShown = 5

/** What a player's own page shows; nothing for somebody who is not there, or asked to be forgotten. */
export async function viewProgress(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  playerId: number,
): Promise<ProgressFigures | undefined> {
  const player = await deps.store.players.find(playerId)
  if (!player || player.forgotten) return undefined
  const workspace = await deps.store.workspaces.find(player.workspaceId)
  if (!workspace) return undefined
  const now = deps.clock.now()
  const today = localDay(now, workspace.zone)
  const [answers, days, practice, streak] = await Promise.all([
    deps.store.progress.answers(playerId),
    questionDays(deps, player, shownDays(today)),
    practiceOf(deps, player, now),
    streakNow(deps, player, workspace),
  ])
  const { goal } = player
  const points = pointsByWeek(answers, workspace.zone)
  const best = bestWeek(points)
  return {
    workspaceName: workspace.name,
    today,
    weeks: lastWeeks(points, days, { today, goal }),
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
  { id: playerId, workspaceId }: Player,
  now: Date,
): Promise<{ practised: Practised[]; coming: ProgressFigures['coming']; due: number }> {
  const { open, known } = await gatherPractice(deps, { workspaceId, playerId })
  const practised = open.flatMap(({ id, topic }): Practised[] => {
    const card = known.cards.get(id)
    return card ? [{ questionId: id, topic, card }] : []
  })
  const coming = comingPractice(open, known, now)
  return {
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
