import type { PromptWords } from '../compiled-rubric.ts'
import { longestPromptRead } from '../limits.ts'
import type { PlainReading } from './plain-reading.ts'
import { readText } from './read-text.ts'
import type { ReadText } from './token.ts'

// An answer with only words of the question repeats it if it contains more than this share of the question or of one of
// its clauses. A smaller share may be a choice: "web" answers "which dyno type gets web traffic?".
const repeats = 0.8

// A shorter clause ("on Eco") may be the answer.
const shortestClause = 3

const choosing = new Set(['or', 'which', 'whether'])

export function readPrompt(prompt: string, plain?: PlainReading): PromptWords {
  const text = readText(prompt.slice(0, longestPromptRead), plain)
  const whole = contentStems(text, 0, text.tokens.length)
  const offers = text.tokens.some((token) => choosing.has(token.text))
  const clauses = readClauses(text).filter((clause) => clause.size >= shortestClause)
  return { stems: whole, parts: offers ? [whole] : [whole, ...clauses], offers }
}

/** Only the whole hint counts as repeated, because a part of it may be the answer. */
export function readHint(hint: string, plain?: PlainReading): PromptWords {
  const text = readText(hint.slice(0, longestPromptRead), plain)
  const stems = contentStems(text, 0, text.tokens.length)
  return { stems, parts: [stems], offers: false }
}

/** Whether the whole text only repeats the hint. One or two words of a short hint may be an answer. */
export function repeatsHint(text: ReadText, hint: PromptWords): boolean {
  const said = onlyWordsOf(hint, text, 0, text.tokens.length)
  return said !== undefined && said.size >= shortestClause && repeatsPrompt(said, hint)
}

function readClauses(text: ReadText): Set<string>[] {
  const starts = text.tokens.flatMap(({ after, sentence }, at) =>
    after === 'comma' || after === 'break' || sentence !== text.tokens[at - 1]?.sentence ? [at] : [],
  )
  return starts.map((start, i) => contentStems(text, start, starts[i + 1] ?? text.tokens.length))
}

/** Per sentence, whether it only repeats the question; undefined if none does. */
export function findRepeats(text: ReadText, prompt: PromptWords): boolean[] | undefined {
  const said = text.sentenceEnds.map((end, i) => onlyWordsOf(prompt, text, text.sentenceEnds[i - 1] ?? 0, end))
  if (said.every((stems) => stems === undefined)) return undefined
  const whole = said.every((stems) => stems !== undefined)
    ? new Set(said.flatMap((stems) => [...(stems ?? [])]))
    : undefined
  if (whole !== undefined && repeatsPrompt(whole, prompt)) return said.map(() => true)
  return said.map((stems) => stems !== undefined && repeatsPrompt(stems, prompt))
}

/** The content words of a sentence; undefined if one of them isn't in the question. */
function onlyWordsOf(prompt: PromptWords, text: ReadText, start: number, end: number): Set<string> | undefined {
  for (let at = start; at < end; at++) {
    const word = text.tokens[at]?.word
    if (word !== undefined && !word.empty && !prompt.stems.has(word.stem)) return undefined
  }
  return contentStems(text, start, end)
}

function repeatsPrompt(stems: ReadonlySet<string>, prompt: PromptWords): boolean {
  return prompt.parts.some((part) => {
    if (part.size === 0) return false
    let shared = 0
    for (const stem of part) if (stems.has(stem)) shared++
    return prompt.offers ? shared === part.size : shared > part.size * repeats
  })
}

function contentStems(text: ReadText, start: number, end: number): Set<string> {
  const words = text.tokens.slice(start, end).map((token) => token.word)
  return new Set(words.filter((word) => !word.empty).map((word) => word.stem))
}
