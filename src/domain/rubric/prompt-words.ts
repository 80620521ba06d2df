import type { PromptWords } from './compiled-rubric.ts'
import { readText } from './read-text.ts'
import type { ReadText } from './token.ts'
import { knowWord } from './word.ts'

// Words that say nothing of their own: a text of only these and the question's words repeats the question.
const emptyWords = new Set(
  `a an the and or of to in on at by for with from as is are was were be been am it its this that these those there i you we
  they he she me my your our their what which who whom whose when where why how do does did done can could will would
  should may might must have has had if then than so such not no just also about into please question answer mean means
  idk dunno lol hm hmm um uh well ok okay yes maybe know idea sorry pass`.split(/\s+/),
)

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

/** Per sentence, whether it only repeats the question. */
export function findRepeats(text: ReadText, prompt: PromptWords): boolean[] {
  const sentences = text.sentenceEnds.map((end, i) => contentStems(text, text.sentenceEnds[i - 1] ?? 0, end))
  const whole = new Set(sentences.flatMap((sentence) => [...sentence]))
  if (repeatsPrompt(whole, prompt)) return sentences.map(() => true)
  return sentences.map((sentence) => repeatsPrompt(sentence, prompt))
}

function repeatsPrompt(stems: ReadonlySet<string>, prompt: PromptWords): boolean {
  if (stems.size === 0) return false
  for (const stem of stems) if (!prompt.stems.has(stem)) return false
  return prompt.parts.some((part) => {
    if (part.size === 0) return false
    let shared = 0
    for (const stem of part) if (stems.has(stem)) shared++
    return prompt.offers ? shared === part.size : shared > part.size * repeats
  })
}

function contentStems(text: ReadText, start: number, end: number): Set<string> {
  const stems = new Set<string>()
  for (let at = start; at < end; at++) {
    const word = text.tokens[at]?.text ?? ''
    if (!emptyWords.has(word)) stems.add(knowWord(word).stem)
  }
  return stems
}
