import { localDay } from '../../domain/calendar.ts'
import { type WeekShare, weekShares } from '../../domain/desk/week-shares.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { FigureSpan, QuestionFigures } from '../../ports/desk/figures.ts'
import type { Deps } from '../deps.ts'

const dayMs = 24 * 60 * 60_000
/** Covers twelve weeks of a workspace that asks sixteen questions per working day. */
const roundsRead = 1000
/** The maximum length of a wrong answer, in characters. A longer one is shortened. */
const mostShown = 120

/** The results of each question asked in the workspace, most answered first. */
export async function viewFigures(
  deps: Pick<Deps, 'store' | 'clock'>,
  { workspace }: Visit,
  days: FigureSpan,
): Promise<QuestionFigures[]> {
  const since = new Date(deps.clock.now().getTime() - days * dayMs)
  const counted = await deps.store.overview.questions(workspace.id, since)
  const texts = await deps.store.overview.texts(counted)
  return counted.map(({ missedPoint, wrongAnswer, version: _, ...figures }) => {
    const text = texts.get(figures.id)
    const label = missedPoint === undefined ? undefined : (text?.ideas.get(missedPoint) ?? missedPoint)
    return {
      ...figures,
      prompt: text?.prompt ?? figures.id,
      ...(label === undefined ? {} : { mostMissed: label }),
      ...(wrongAnswer && { commonWrong: { ...wrongAnswer, text: shortened(wrongAnswer.text) } }),
    }
  })
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > mostShown ? `${line.slice(0, mostShown).trimEnd()}…` : line
}

/** The results of each of the last twelve weeks. */
export async function viewWeeks(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { workspace }: Visit,
): Promise<WeekShare[]> {
  const outcomes = await store.rounds.outcomes({ workspaceId: workspace.id }, roundsRead)
  return weekShares(outcomes, localDay(clock.now(), workspace.zone), workspace.weekStart)
}
