import { misconceptionsOf } from '../../domain/rubric/misconceptions-of.ts'
import { groupWordings, type Wording, type WordingGroup } from '../../domain/rulings/group-wordings.ts'
import type { Visit } from '../../ports/desk/desk.ts'
import type { DecidedWording, RulingGroup, RulingsView, ShownWording } from '../../ports/desk/rulings.ts'
import type { NearMiss, Ruling } from '../../ports/store/rulings.ts'
import type { Deps } from '../deps.ts'
import { inTurns } from '../in-turns.ts'
import { keyOfWords } from './words-key.ts'

export const lookedBackMs = 28 * 24 * 60 * 60_000
const answersRead = 10_000
/** Wordings beyond this number are only counted. They are shown after the first ones have been decided. */
const wordingsCompared = 500
const groupsShown = 20
const wordingsShown = 12
const reasonsShown = 5
const decidedShown = 50

export async function viewRulings(
  deps: Pick<Deps, 'store' | 'bank' | 'clock'>,
  { workspace }: Visit,
): Promise<RulingsView> {
  const { groups, more, known } = await waitingGroups(deps, workspace.id)
  const shown = groups.slice(0, groupsShown)
  return {
    groups: await Promise.all(shown.map((group) => shownGroup(deps, workspace.id, group, known))),
    more: groups.length - shown.length,
    wordingsBehind: more,
  }
}

/** How many groups of answers are waiting for a decision. `orMore` means that some answers were not looked at. */
export async function countWaiting(
  deps: Pick<Deps, 'store' | 'clock'>,
  workspaceId: number,
): Promise<{ groups: number; orMore: boolean }> {
  const { groups, more } = await waitingGroups(deps, workspaceId)
  return { groups: groups.length, orMore: more > 0 }
}

async function waitingGroups({ store, clock }: Pick<Deps, 'store' | 'clock'>, workspaceId: number) {
  const since = new Date(clock.now().getTime() - lookedBackMs)
  const page = { since, answers: answersRead, limit: wordingsCompared }
  const { misses, more } = await store.rulings.nearMisses(workspaceId, page)
  const known = await rulingsOn({ store }, workspaceId, misses)
  const isSettled = (miss: NearMiss, words: string) => miss.disputes === 0 && known.has(keyOf(miss, words))
  return { groups: await inTurns(groupWordings(misses, isSettled)), more, known }
}

export async function listDecided(deps: Pick<Deps, 'store' | 'bank'>, { workspace }: Visit): Promise<DecidedWording[]> {
  const rulings = await deps.store.rulings.latest(workspace.id, decidedShown)
  return Promise.all(
    rulings.map(
      async ({ answerId, revision, text, mark, most, decidedByName, decidedAt, questionId, questionVersion }) => {
        const { question } = await deps.bank.find({ workspaceId: workspace.id, questionId, questionVersion })
        const by = { decidedBy: decidedByName, decidedAt }
        return { answerId, revision, text, prompt: question.prompt, mark, ...(most && { most }), ...by }
      },
    ),
  )
}

type Known = ReadonlyMap<string, Ruling>

export async function rulingsOn(
  deps: Pick<Deps, 'store'>,
  workspaceId: number,
  misses: readonly NearMiss[],
): Promise<Known> {
  const found = await deps.store.rulings.ofQuestions(workspaceId, [
    ...new Set(misses.map(({ questionId }) => questionId)),
  ])
  return new Map(found.map((ruling) => [`${ruling.questionId} ${ruling.questionVersion} ${ruling.wordsKey}`, ruling]))
}

function keyOf({ questionId, questionVersion }: NearMiss, words: string): string {
  return `${questionId} ${questionVersion} ${keyOfWords(words)}`
}

async function shownGroup(
  { store, bank }: Pick<Deps, 'store' | 'bank'>,
  workspaceId: number,
  { questionId, questionVersion, wordings, people }: WordingGroup<NearMiss>,
  known: Known,
): Promise<RulingGroup> {
  const { question } = await bank.find({ workspaceId, questionId, questionVersion })
  const grade = await store.grades.newest(wordings[0]?.sample.answerId ?? 0)
  const found = new Set(grade?.points.flatMap((point) => (point.found ? [point.id] : [])))
  const mistaken = new Set(grade?.misconceptions.map(({ id }) => id))
  return {
    topic: question.topic,
    prompt: question.prompt,
    modelAnswer: question.answer,
    ideas: question.rubric.points.map(({ id, label }) => ({ label, found: found.has(id) })),
    mistakes: misconceptionsOf(question.rubric).flatMap(({ id, tell }) => (mistaken.has(id) ? [tell] : [])),
    people,
    wordings: wordings.slice(0, wordingsShown).map((wording) => shownWording(wording, known)),
  }
}

export function shownWording(
  { sample, words, people, disputes, reasons }: Omit<Wording<NearMiss>, 'players'>,
  known: Known,
): ShownWording {
  const { answerId, text, grade } = sample
  const { score, verdict } = grade
  const revision = known.get(keyOf(sample, words))?.revision ?? 0
  return { answerId, text, people, disputes, reasons: reasons.slice(0, reasonsShown), score, verdict, revision }
}
