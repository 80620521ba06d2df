import type { Rubric } from '../rubric.ts'
import { contentWords } from './content-words.ts'

/**
 * A first rubric for an author to edit: one point for each idea of the model answers that the question does not name
 * itself. Where the model answers hold nothing beyond the question, the question's own words are the ideas.
 */
export function draftRubric({ question, references }: { question: string; references: readonly string[] }): Rubric {
  const asked = contentWords(question)
  const said = new Map(references.flatMap((reference) => [...contentWords(reference)]))
  const fresh = new Map([...said].filter(([stem]) => !asked.has(stem)))
  const ideas = fresh.size > 0 ? fresh : said
  return { points: [...ideas.values()].map((word) => ({ id: word, label: word, says: [word] })) }
}
