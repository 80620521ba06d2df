import { type Question, sortedAnswers } from '../question.ts'
import { compileRubric, type RubricContext } from '../rubric/compile-rubric.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import type { Rubric, Synonyms } from '../rubric/rubric.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import { fold } from '../rubric/text/fold.ts'
import type { PlainReading } from '../rubric/text/plain-reading.ts'

/** How a pack wants answers to be read. */
export type PackReading = {
  exactSpelling: boolean
  /** BCP 47. Only English has stems and rules of denial. */
  language: string
  /** Words that deny what stands after them; those of the set `denials` where none are given. */
  denials?: readonly string[]
}

/** The set of a pack that names the words of its language which deny what stands after them in their clause. */
export const denialsSet = 'denials'

export function isEnglish(language: string): boolean {
  return /^en(-|$)/i.test(language)
}

/** Compiles a rubric as its pack wants it: the only way in which a pack's answers are graded, in the studio and in rounds. */
export function compileAsPack(
  rubric: Rubric,
  context: RubricContext,
  { exactSpelling, language, denials }: PackReading,
): CompiledRubric {
  const plain = isEnglish(language) ? undefined : plainReading(denials ?? context.synonyms?.[denialsSet] ?? [])
  if (!exactSpelling && !plain) return compileRubric(rubric, context)
  const vocabulary = startVocabulary(plain)
  const compiled = compileRubric(rubric, { ...context, vocabulary })
  // Misspellings are looked for among these; the words themselves are found without them.
  if (exactSpelling) vocabulary.targets.clear()
  return compiled
}

/** How a question is checked: with its rubric only, unless that is a draft, which also needs the sorted answers. */
export function compileToCheck(question: Question, synonyms: Synonyms, reading: PackReading): CompiledRubric {
  const { rubric, prompt } = question
  const sorted = rubric.draft ? { sorted: sortedAnswers(question) } : {}
  return compileAsPack(rubric, { prompt, synonyms, ...sorted }, reading)
}

function plainReading(words: readonly string[]): PlainReading {
  return { denials: new Set(words.map((word) => fold(word.trim()).lower)) }
}
