import { editDistance } from '../rubric/spelling/misspelling.ts'
import { stem } from '../rubric/spelling/stem.ts'
import { emptyWords } from '../rubric/text/empty-words.ts'
import { rulingWords } from './equal-words.ts'

/** A graded answer, as far as a group needs it. */
export type GroupedAnswer = {
  answerId: number
  playerId: number
  questionId: string
  questionVersion: string
  text: string
  disputed: boolean
}

/** Equal answers to one question. */
export type Wording<Answer extends GroupedAnswer = GroupedAnswer> = {
  words: string
  /** The newest of them, which stands for all. */
  sample: Answer
  people: number
  answers: number
  disputes: number
}

/** Wordings of one question that are alike: the same words in the same order, but for endings, typos and small words. */
export type WordingGroup<Answer extends GroupedAnswer = GroupedAnswer> = {
  questionId: string
  questionVersion: string
  wordings: Wording<Answer>[]
  people: number
  disputes: number
}

const shortestMisspelt = 5
/** Wordings of one question that are compared with each other; those behind them stand alone. */
const mostCompared = 400

/** Groups answers by what they say; disputed ones first, then what most people wrote. */
export function groupWordings<Answer extends GroupedAnswer>(answers: readonly Answer[]): WordingGroup<Answer>[] {
  const byQuestion = Map.groupBy(answers, ({ questionId, questionVersion }) => `${questionId} ${questionVersion}`)
  return [...byQuestion.values()]
    .flatMap(groupsOfQuestion)
    .toSorted((a, b) => b.disputes - a.disputes || b.people - a.people || newest(b) - newest(a))
}

function newest({ wordings }: WordingGroup): number {
  return Math.max(...wordings.map(({ sample }) => sample.answerId))
}

function groupsOfQuestion<Answer extends GroupedAnswer>(answers: readonly Answer[]): WordingGroup<Answer>[] {
  const byWords = Map.groupBy(answers, ({ text }) => rulingWords(text))
  byWords.delete('')
  const wordings = [...byWords].map(([words, equal]) => wordingOf(words, equal))
  const groups: { stems: string[]; wordings: Wording<Answer>[] }[] = []
  const bySize = wordings.toSorted((a, b) => b.people - a.people)
  for (const [place, wording] of bySize.entries()) {
    // Stems take long, and a workspace may have ten thousand wordings.
    const isCompared = place < mostCompared
    const stems = isCompared ? stemsOf(wording.words) : []
    const alike = isCompared ? groups.find((group) => areAlike(group.stems, stems)) : undefined
    if (alike) alike.wordings.push(wording)
    else groups.push({ stems, wordings: [wording] })
  }
  return groups.map((group) => groupOf(answers, group.wordings, byWords))
}

function groupOf<Answer extends GroupedAnswer>(
  [first]: readonly Answer[],
  wordings: Wording<Answer>[],
  byWords: ReadonlyMap<string, readonly Answer[]>,
): WordingGroup<Answer> {
  const players = new Set(wordings.flatMap(({ words }) => (byWords.get(words) ?? []).map(({ playerId }) => playerId)))
  return {
    questionId: first?.questionId ?? '',
    questionVersion: first?.questionVersion ?? '',
    wordings,
    people: players.size,
    disputes: wordings.reduce((sum, { disputes }) => sum + disputes, 0),
  }
}

function wordingOf<Answer extends GroupedAnswer>(words: string, equal: readonly Answer[]): Wording<Answer> {
  const sample = equal.reduce((one, other) => (other.answerId > one.answerId ? other : one))
  return {
    words,
    sample,
    people: new Set(equal.map(({ playerId }) => playerId)).size,
    answers: equal.length,
    disputes: equal.filter(({ disputed }) => disputed).length,
  }
}

function stemsOf(words: string): string[] {
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}$_.:/'-]*/gu) ?? []
  const telling = all.map((word) => word.replace(/[.:/'-]+$/u, '')).filter((word) => !emptyWords.has(word))
  return (telling.length > 0 ? telling : all).map(stem)
}

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((word, at) => isNear(word, other[at] ?? ''))
}

function isNear(one: string, other: string): boolean {
  if (one === other) return true
  return Math.min(one.length, other.length) >= shortestMisspelt && editDistance(one, other, 1) <= 1
}
