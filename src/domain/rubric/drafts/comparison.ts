import { readStance } from '../negation/negation.ts'
import { indexPrecedents, marks, type Precedents, type SortedAnswer } from '../precedents/precedents.ts'
import { type Terms, termsOf } from '../precedents/terms.ts'
import { readText } from '../text/read-text.ts'

/** The data that answers to a drafted question are compared with. Immutable. */
export type Comparison = {
  asked: ReadonlySet<number>
  model: Terms
  /** The words of the model answer that aren't in the question. */
  news: ReadonlySet<number>
  /** The model answer and the labeled answers; absent if a label has too few answers. */
  sorted: Precedents | undefined
  /**
   * Maps the words of a text to its label, as an index into `marks`. Contains the model answer and, if there are
   * enough, the labeled answers.
   */
  known: ReadonlyMap<string, number>
}

/** The minimum per label. Even two answers of each make the comparison better than with the model answer alone. */
const fewestOfEach = 2

// A limit on time. Authors don't label more answers than this.
const most = 200

/** The first answer has to be the model answer. */
export function prepareComparison(prompt: string, answers: readonly SortedAnswer[]): Comparison | undefined {
  const [model, ...examples] = answers.slice(0, most)
  if (model === undefined) return undefined
  const asked = new Set(read(prompt).words)
  const terms = read(model.answer)
  const news = new Set(terms.words.filter((word) => !asked.has(word)))
  // The model answer only repeats words of the question, so the comparison can't distinguish answers.
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

/**
 * Maps the words of each answer to its label. If two answers have the same words, the last one counts. Skips answers
 * without content words.
 */
function marksOf(answers: readonly SortedAnswer[]): Map<string, number> {
  return new Map(answers.map(({ answer, verdict }) => [keyOf(read(answer)), marks.indexOf(verdict)]))
}

/** Equal for texts with the same words in the same order. */
export function keyOf({ words }: Terms): string {
  return words.join(' ')
}

function read(text: string): Terms {
  const tokens = readText(text)
  return termsOf(tokens, readStance(tokens))
}
