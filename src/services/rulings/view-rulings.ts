import { misconceptionsOf } from '../../domain/rubric/misconceptions-of.ts'
import { groupWordings, type WordingGroup } from '../../domain/rulings/group-wordings.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { DecidedWording, RulingGroup, RulingsView } from '../../ports/desk/rulings.ts'
import type { NearMiss, Ruling } from '../../ports/store/rulings.ts'
import type { Deps } from '../deps.ts'
import { wordsKey } from './words-key.ts'

const lookedBackMs = 28 * 24 * 60 * 60_000
const answersRead = 10_000
const groupsShown = 20
const wordingsShown = 12
const decidedShown = 50

/** Disputed answers and near misses that nobody has decided yet, grouped by what they say. */
export async function viewRulings(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  { workspace }: Visit,
): Promise<RulingsView> {
  const since = new Date(deps.clock.now().getTime() - lookedBackMs)
  const misses = await deps.store.rulings.nearMisses(workspace.id, { since, limit: answersRead })
  const known = await rulingsOn(deps, workspace.id, misses)
  const waiting = misses.filter((miss) => miss.disputed || !known.has(keyOf(miss)))
  const groups = groupWordings(waiting)
  return {
    groups: await Promise.all(
      groups.slice(0, groupsShown).map((group) => shownGroup(deps, workspace.id, group, known)),
    ),
    more: Math.max(0, groups.length - groupsShown),
  }
}

/** What was decided last. */
export async function listDecided(deps: Pick<Deps, 'store' | 'bank'>, { workspace }: Visit): Promise<DecidedWording[]> {
  const rulings = await deps.store.rulings.latest(workspace.id, decidedShown)
  return Promise.all(
    rulings.map(async ({ answerId, revision, text, mark, decidedByName, decidedAt, questionId, questionVersion }) => {
      const { question } = await deps.bank.find({ workspaceId: workspace.id, questionId, questionVersion })
      return { answerId, revision, text, prompt: question.prompt, mark, decidedBy: decidedByName, decidedAt }
    }),
  )
}

type Known = ReadonlyMap<string, Ruling>

async function rulingsOn(deps: Pick<Deps, 'store'>, workspaceId: number, misses: readonly NearMiss[]): Promise<Known> {
  const found = await deps.store.rulings.ofQuestions(workspaceId, [
    ...new Set(misses.map(({ questionId }) => questionId)),
  ])
  return new Map(found.map((ruling) => [`${ruling.questionId} ${ruling.questionVersion} ${ruling.wordsKey}`, ruling]))
}

function keyOf({ questionId, questionVersion, text }: NearMiss): string {
  return `${questionId} ${questionVersion} ${wordsKey(text)}`
}

async function shownGroup(
  { bank }: Pick<Deps, 'bank'>,
  workspaceId: number,
  { questionId, questionVersion, wordings, people }: WordingGroup<NearMiss>,
  known: Known,
): Promise<RulingGroup> {
  const { question } = await bank.find({ workspaceId, questionId, questionVersion })
  const grade = wordings[0]?.sample.grade
  const found = new Set(grade?.points.flatMap((point) => (point.found ? [point.id] : [])))
  const mistaken = new Set(grade?.misconceptions.map(({ id }) => id))
  return {
    topic: question.topic,
    prompt: question.prompt,
    modelAnswer: question.answer,
    ideas: question.rubric.points.map(({ id, label }) => ({ label, found: found.has(id) })),
    mistakes: misconceptionsOf(question.rubric).flatMap(({ id, tell }) => (mistaken.has(id) ? [tell] : [])),
    people,
    wordings: wordings.slice(0, wordingsShown).map(({ sample, people, disputes }) => ({
      answerId: sample.answerId,
      text: sample.text,
      people,
      disputes,
      score: sample.grade.score,
      verdict: sample.grade.verdict,
      revision: known.get(keyOf(sample))?.revision ?? 0,
    })),
  }
}
