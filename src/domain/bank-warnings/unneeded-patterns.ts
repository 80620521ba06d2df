import { compileRubric } from '../rubric/compile-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import type { BankEntry, BankWarning } from './bank-warning.ts'

type Pattern = { claim: string; text: string; not: string[] | undefined }

/**
 * Finds patterns that could be removed without changing the result for any labeled example. Some of them cover answers
 * that aren't labeled yet; others are leftovers.
 */
export function unneededPatterns(bank: readonly BankEntry[]): BankWarning[] {
  const vocabulary = startVocabulary()
  return bank.flatMap((entry) => {
    const patterns = patternsOf(entry)
    const needed = neededPatterns(entry, patterns, vocabulary)
    return patterns
      .filter((_, i) => !needed.has(i))
      .map(
        ({ claim, text }): BankWarning => ({
          kind: 'unneeded-pattern',
          question: entry.question.id,
          text: `no example needs the pattern ${text} of ${claim}`,
        }),
      )
  })
}

function patternsOf({ question: { rubric } }: BankEntry): Pattern[] {
  return [...rubric.points, ...(rubric.misconceptions ?? [])].flatMap(({ id, says, not }) =>
    (says ?? []).map((text) => ({ claim: id, text, not })),
  )
}

/** Indexes of the patterns without which some example would no longer match their claim. */
function neededPatterns(
  { question, synonyms }: BankEntry,
  patterns: readonly Pattern[],
  vocabulary: ReturnType<typeof startVocabulary>,
): Set<number> {
  // Each pattern gets its own point, so that one grade shows which patterns match.
  const points = patterns.map(({ text, not }, i) => ({
    id: String(i),
    label: '',
    says: [text],
    ...(not === undefined ? {} : { not }),
  }))
  const rubric = compileRubric({ points }, { prompt: question.prompt, synonyms, vocabulary })
  const needed = new Set<number>()
  for (const { answer } of [...question.examples, { answer: question.answer }]) {
    const holds = gradeAnswer(rubric, answer).points.flatMap(({ found }, i) => (found ? [i] : []))
    for (const [, alike] of Map.groupBy(holds, (i) => patterns[i]?.claim)) {
      if (alike.length === 1 && alike[0] !== undefined) needed.add(alike[0])
    }
  }
  return needed
}
