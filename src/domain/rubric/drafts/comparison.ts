import { readStance } from '../negation/negation.ts'
import { indexPrecedents, marks, type Precedents, type SortedAnswer } from '../precedents/precedents.ts'
import { type Terms, termsOf } from '../precedents/terms.ts'
import { readText } from '../text/read-text.ts'

/** What an answer to a drafted question is compared with. Immutable. */
export type Comparison = {
  /** Words of the question. */
  asked: ReadonlySet<number>
  model: Terms
  /** The model answer's words that the question doesn't have. */
  news: ReadonlySet<number>
  /** The model answer and what was sorted; absent if too few answers of a mark were. */
  sorted: Precedents | undefined
  /** By their words: the model answer, and what was sorted if there is enough, as indexes into `marks`. */
  known: ReadonlyMap<string, number>
}

/** Of each mark. With two of each, the comparison is already better than with the model answer alone. */
const fewestOfEach = 2

// Sorting is work, so nobody has more.
const most = 200

/** The first of the answers is the model answer. */
export function prepareComparison(prompt: string, answers: readonly SortedAnswer[]): Comparison | undefined {
  const [model, ...examples] = answers.slice(0, most)
  if (model === undefined) return undefined
  const asked = new Set(read(prompt).words)
  const terms = read(model.answer)
  const news = new Set(terms.words.filter((word) => !asked.has(word)))
  // The answer is a choice of the question's own words: only the draft's ideas can tell them apart.
  if (news.size === 0) return undefined
  const enough = marks.every((mark) => examples.filter(({ verdict }) => verdict === mark).length >= fewestOfEach)
  return {
    asked,
    model: terms,
    news,
    sorted: enough ? indexPrecedents([model, ...examples]) : undefined,
    known: marksOf(enough ? [...examples, model] : [model]),
  }
}

/** Of the answers with content; the last one counts if two have the same words. */
function marksOf(answers: readonly SortedAnswer[]): Map<string, number> {
  return new Map(answers.map(({ answer, verdict }) => [keyOf(read(answer)), marks.indexOf(verdict)]))
}

/** The same for texts that have the same words in the same order. */
export function keyOf({ words }: Terms): string {
  return words.join(' ')
}

function read(text: string): Terms {
  const tokens = readText(text)
  return termsOf(tokens, readStance(tokens))
}
