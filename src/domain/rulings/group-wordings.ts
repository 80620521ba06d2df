import { editDistance } from '../rubric/spelling/misspelling.ts'
import { stem } from '../rubric/spelling/stem.ts'
import { emptyWords } from '../rubric/text/empty-words.ts'
import { rulingWords } from './equal-words.ts'

/** Answers to one question with nearly the same text, with the data for grouping. */
export type GroupedAnswer = {
  answerId: number
  questionId: string
  questionVersion: string
  text: string
  players: readonly number[]
  disputes: number
  reasons: readonly string[]
}

export type Wording<Answer extends GroupedAnswer = GroupedAnswer> = {
  words: string
  /** The newest answer, which represents all of them. */
  sample: Answer
  players: ReadonlySet<number>
  people: number
  disputes: number
  /** Why players disputed, in their words. */
  reasons: string[]
}

/** Similar wordings for one question: the same words in the same order, except for endings, typos and small words. */
export type WordingGroup<Answer extends GroupedAnswer = GroupedAnswer> = {
  questionId: string
  questionVersion: string
  wordings: Wording<Answer>[]
  people: number
  disputes: number
}

const shortestMisspelt = 5
/** How many wordings of one question are compared with each other. The others aren't grouped. */
const mostCompared = 400
/** Longer texts are rarely similar except for typos, and comparing them is slow. */
const mostWordsCompared = 40

/**
 * Groups answers by meaning: disputed ones first, then the most common. `isSettled` returns whether to omit an answer
 * and its words. Runs in steps that the caller resumes, because grouping many answers takes long.
 */
export function* groupWordings<Answer extends GroupedAnswer>(
  answers: readonly Answer[],
  isSettled: (answer: Answer, words: string) => boolean = () => false,
): Generator<void, WordingGroup<Answer>[]> {
  const groups: WordingGroup<Answer>[] = []
  const byQuestion = Map.groupBy(answers, ({ questionId, questionVersion }) => `${questionId} ${questionVersion}`)
  for (const ofQuestion of byQuestion.values()) {
    const byWords = new Map<string, Answer[]>()
    for (const answer of ofQuestion) {
      const words = rulingWords(answer.text)
      if (words !== '' && !isSettled(answer, words)) {
        const equal = byWords.get(words)
        if (equal) equal.push(answer)
        else byWords.set(words, [answer])
      }
      yield
    }
    groups.push(...(yield* groupsOf(byWords)))
  }
  return groups.toSorted((a, b) => b.disputes - a.disputes || b.people - a.people || newest(b) - newest(a))
}

function newest({ wordings }: WordingGroup): number {
  return Math.max(...wordings.map(({ sample }) => sample.answerId))
}

function* groupsOf<Answer extends GroupedAnswer>(
  byWords: ReadonlyMap<string, readonly Answer[]>,
): Generator<void, WordingGroup<Answer>[]> {
  const wordings = [...byWords].map(([words, equal]) => wordingOf(words, equal))
  const groups: { stems: string[]; wordings: Wording<Answer>[] }[] = []
  const bySize = wordings.toSorted((a, b) => b.people - a.people)
  for (const [place, wording] of bySize.entries()) {
    const stems = place < mostCompared ? stemsOf(wording.words) : []
    const alike = stems.length > 0 ? groups.find((group) => areAlike(group.stems, stems)) : undefined
    if (alike) alike.wordings.push(wording)
    else groups.push({ stems, wordings: [wording] })
    yield
  }
  return groups.flatMap((group) => groupOf(group.wordings))
}

function groupOf<Answer extends GroupedAnswer>(wordings: Wording<Answer>[]): WordingGroup<Answer>[] {
  const [first] = wordings
  if (!first) return []
  const { questionId, questionVersion } = first.sample
  const players = new Set(wordings.flatMap((wording) => [...wording.players]))
  const disputes = wordings.reduce((sum, wording) => sum + wording.disputes, 0)
  return [{ questionId, questionVersion, wordings, people: players.size, disputes }]
}

function wordingOf<Answer extends GroupedAnswer>(words: string, equal: readonly Answer[]): Wording<Answer> {
  const sample = equal.reduce((one, other) => (other.answerId > one.answerId ? other : one))
  const players = new Set(equal.flatMap((answer) => answer.players))
  const disputes = equal.reduce((sum, answer) => sum + answer.disputes, 0)
  const reasons = equal.flatMap((answer) => answer.reasons)
  return { words, sample, players, people: players.size, disputes, reasons }
}

/** Returns an empty list if the text has too many words. */
function stemsOf(words: string): string[] {
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}$_.:/'-]*/gu) ?? []
  const telling = all.map((word) => word.replace(/[.:/'-]+$/u, '')).filter((word) => !emptyWords.has(word))
  const chosen = telling.length > 0 ? telling : all
  return chosen.length > mostWordsCompared ? [] : chosen.map(stem)
}

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((word, at) => isNear(word, other[at] ?? ''))
}

function isNear(one: string, other: string): boolean {
  if (one === other) return true
  return Math.min(one.length, other.length) >= shortestMisspelt && editDistance(one, other, 1) <= 1
}
