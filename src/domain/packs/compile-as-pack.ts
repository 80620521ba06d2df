import { type Question, sortedAnswers } from '../question.ts'
import { compileRubric, type RubricContext } from '../rubric/compile-rubric.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import type { Rubric, Synonyms } from '../rubric/rubric.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import { fold } from '../rubric/text/fold.ts'
import type { PlainReading } from '../rubric/text/plain-reading.ts'

/** How the answers to a pack's questions are read. */
export type PackReading = {
  exactSpelling: boolean
  /** BCP 47. Only English has stems and negation rules. */
  language: string
  /** Words that negate the rest of their clause. The default is the set `denials`. */
  denials?: readonly string[]
}

/** The synonym set of a pack with the words of its language that negate the rest of their clause. */
export const denialsSet = 'denials'

export function isEnglish(language: string): boolean {
  return /^en(-|$)/i.test(language)
}

/** Compiles a rubric with its pack's settings. The studio and rounds both grade a pack's answers this way. */
export function compileAsPack(
  rubric: Rubric,
  context: RubricContext,
  { exactSpelling, language, denials }: PackReading,
): CompiledRubric {
  const plain = isEnglish(language) ? undefined : plainReading(denials ?? context.synonyms?.[denialsSet] ?? [])
  if (!exactSpelling && !plain) return compileRubric(rubric, context)
  const vocabulary = startVocabulary(plain)
  const compiled = compileRubric(rubric, { ...context, vocabulary })
  // Only misspellings are looked up in the targets; the words themselves are found without them.
  if (exactSpelling) vocabulary.targets.clear()
  return compiled
}

/** Compiles a question for checks. Its labeled answers are used only if the rubric is a draft. */
export function compileToCheck(question: Question, synonyms: Synonyms, reading: PackReading): CompiledRubric {
  const { rubric, prompt, hint } = question
  const sorted = rubric.draft ? { sorted: sortedAnswers(question) } : {}
  return compileAsPack(rubric, { prompt, hint, synonyms, ...sorted }, reading)
}

function plainReading(words: readonly string[]): PlainReading {
  return { denials: new Set(words.map((word) => fold(word.trim()).lower)) }
}
