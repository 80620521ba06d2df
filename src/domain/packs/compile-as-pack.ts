import { compileRubric, type RubricContext } from '../rubric/compile-rubric.ts'
import type { CompiledRubric } from '../rubric/compiled-rubric.ts'
import type { Rubric } from '../rubric/rubric.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'

/** How a pack wants answers to be read. */
export type PackReading = { exactSpelling: boolean }

/** Compiles a rubric as its pack wants it: the only way in which a pack's answers are graded, in the studio and in rounds. */
export function compileAsPack(rubric: Rubric, context: RubricContext, { exactSpelling }: PackReading): CompiledRubric {
  if (!exactSpelling) return compileRubric(rubric, context)
  const vocabulary = startVocabulary()
  const compiled = compileRubric(rubric, { ...context, vocabulary })
  // Misspellings are looked for among these; the words themselves are found without them.
  vocabulary.targets.clear()
  return compiled
}
