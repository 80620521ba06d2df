import {
  indexPrecedents,
  marks,
  type Precedents,
  type ReadAnswer,
  readSorted,
  readTerms,
  type SortedAnswer,
} from '../precedents/precedents.ts'
import type { Terms } from '../precedents/terms.ts'
import { indexOverlaps, type Overlaps } from './overlaps.ts'

/** The data that answers to a drafted question are compared with. Immutable. */
export type Comparison = {
  asked: ReadonlySet<number>
  model: Terms
  /** The words of the model answer that aren't in the question. */
  news: ReadonlySet<number>
  /** The model answer and the labeled answers; absent if a label has too few answers. */
  sorted: { precedents: Precedents; overlaps: Overlaps } | undefined
  /**
   * Maps the words of a text to its label, as an index into `marks`. Contains the model answer and, if there are
   * enough, the labeled answers.
   */
  known: ReadonlyMap<string, number>
}

/** The minimum per label. Even two answers of each make the comparison better than with the model answer alone. */
const fewestOfEach = 2

// Limits the processing time. Authors don't label more answers than this.
export const mostCompared = 200

/** Limits the processing time: with more answers, several are left out together. */
const mostGroups = 20

/** The first answer has to be the model answer. */
export function prepareComparison(prompt: string, answers: readonly SortedAnswer[]): Comparison | undefined {
  return compareWith(new Set(readTerms(prompt).words), answers.slice(0, mostCompared).map(readSorted))
}

/**
 * For an estimate of how new answers will be graded: comparisons that each lack some of the answers, with the indexes of
 * the answers in their group. Every answer but the first, the model answer, is left out once, together with those that
 * have the same words. Empty without a label for which enough answers remain.
 */
export function comparisonsWithout(
  prompt: string,
  answers: readonly SortedAnswer[],
): { without: number[]; comparison: Comparison | undefined }[] {
  const asked = new Set(readTerms(prompt).words)
  const read = answers.slice(0, mostCompared).map(readSorted)
  const keys = read.map(({ terms }) => keyOf(terms))
  const all = compareWith(asked, read)
  if (all?.sorted === undefined) return []
  const groups = Map.groupBy(read.keys().drop(1), (at) => at % mostGroups)
  return [...groups.values()].map((without) => {
    const left = new Set(without.map((at) => keys[at]))
    return {
      without,
      comparison: compareWith(
        asked,
        read.filter((_, at) => at === 0 || !left.has(keys[at])),
      ),
    }
  })
}

function compareWith(asked: ReadonlySet<number>, answers: readonly ReadAnswer[]): Comparison | undefined {
  const [model, ...examples] = answers
  if (model === undefined) return undefined
  const { terms } = model
  const news = new Set(terms.words.filter((word) => !asked.has(word)))
  // The model answer only repeats words of the question, so the comparison can't distinguish answers.
  if (news.size === 0) return undefined
  const enough = marks.every((mark) => examples.filter(({ verdict }) => verdict === mark).length >= fewestOfEach)
  return {
    asked,
    model: terms,
    news,
    sorted: enough ? { precedents: indexPrecedents(answers), overlaps: indexOverlaps(answers) } : undefined,
    known: marksOf(enough ? [...examples, model] : [model]),
  }
}

/**
 * Maps the words of each answer to its label. If two answers have the same words, the last one counts. Skips answers
 * without content words.
 */
function marksOf(answers: readonly ReadAnswer[]): Map<string, number> {
  return new Map(answers.map(({ terms, verdict }) => [keyOf(terms), marks.indexOf(verdict)]))
}

/** Equal for texts with the same words in the same order. */
export function keyOf({ words }: Terms): string {
  return words.join(' ')
}
