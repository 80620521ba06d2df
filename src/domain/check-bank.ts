import type { Question } from './question.ts'

/** In characters. */
const bounds = { prompt: [12, 300], hint: [8, 160], answer: [3, 500], explanation: [30, 600] } as const

/** In words. Longer sentences are hard to read in a chat. */
const longestSentence = 42

/** Two prompts that have more than this share of their words in common are nearly the same. */
const nearlySame = 0.8

type Entry = { question: Question }

/** The problems of a bank as a whole, beyond those of single questions: `id: problem`. */
export function checkBank(bank: readonly Entry[]): string[] {
  return [...bank.flatMap(({ question }) => readability(question)), ...twins(bank)]
}

function readability(question: Question): string[] {
  const problems: string[] = []
  for (const [field, [least, most]] of Object.entries(bounds) as [keyof typeof bounds, readonly [number, number]][]) {
    const { length } = question[field]
    if (length < least || length > most) {
      problems.push(`${question.id}: the ${field} has ${length} characters, it should have ${least} to ${most}`)
    }
    const longest = Math.max(...question[field].split(/[.!?:;](?:\s|$)/).map((sentence) => words(sentence).length))
    if (longest > longestSentence) problems.push(`${question.id}: the ${field} has a sentence of ${longest} words`)
  }
  return problems
}

/** Pairs of prompts that are nearly the same (Jaccard index of their words). */
function twins(bank: readonly Entry[]): string[] {
  const prompts = bank.map(({ question }) => ({ id: question.id, words: new Set(words(question.prompt)) }))
  return prompts.flatMap((one, index) =>
    prompts
      .slice(index + 1)
      .filter((other) => overlap(one.words, other.words) >= nearlySame)
      .map((other) => `${one.id}: asks nearly the same as ${other.id}`),
  )
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size
  return shared / (one.size + other.size - shared)
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}$_-]+/gu) ?? []
}
