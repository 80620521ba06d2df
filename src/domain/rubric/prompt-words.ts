import type { PromptWords } from './compiled-rubric.ts'
import { readText } from './read-text.ts'
import type { ReadText } from './token.ts'

// So much of the question (or of one of its sentences) makes an answer of only its words the question pasted back.
// Less may be a choice: "web" answers "which dyno type gets web traffic?".
const repeats = 0.8

/** Reads the question once, so that answers which only repeat it are known. */
export function readPrompt(prompt: string): PromptWords {
  const text = readText(prompt)
  const parts = text.sentenceEnds.map((end, i) => contentStems(text, text.sentenceEnds[i - 1] ?? 0, end))
  const stems = new Set(parts.flatMap((part) => [...part]))
  return { stems, parts: [stems, ...parts], offers: text.tokens.some((token) => token.text === 'or') }
}

/** Per sentence, whether it only repeats the question; absent when none does. */
export function findRepeats(text: ReadText, prompt: PromptWords): boolean[] | undefined {
  const said = text.sentenceEnds.map((end, i) => onlyWordsOf(prompt, text, text.sentenceEnds[i - 1] ?? 0, end))
  if (said.every((stems) => stems === undefined)) return undefined
  const whole = said.every((stems) => stems !== undefined)
    ? new Set(said.flatMap((stems) => [...(stems ?? [])]))
    : undefined
  if (whole !== undefined && repeatsPrompt(whole, prompt)) return said.map(() => true)
  return said.map((stems) => stems !== undefined && repeatsPrompt(stems, prompt))
}

/** The content words of a sentence, or undefined as soon as one of them is not the question's. */
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
