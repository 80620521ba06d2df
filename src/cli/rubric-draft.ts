import { stringify } from 'yaml'
import { draftRubric } from '../domain/rubric/draft/draft-rubric.ts'
import { UsageError } from './usage-error.ts'

/** Prints a rubric as YAML that `grade --rubric` reads; the author edits it. */
export async function rubricDraft(options: { question: string; reference: string[] }): Promise<void> {
  if (options.reference.every((reference) => reference.trim() === '')) {
    throw new UsageError('Say at least one model answer: --reference TEXT.')
  }
  const rubric = draftRubric({ question: options.question, references: options.reference })
  if (rubric.points.length === 0) throw new UsageError('The model answers hold no word that a rubric could ask for.')
  process.stdout.write(stringify(rubric, { lineWidth: 120 }))
}
