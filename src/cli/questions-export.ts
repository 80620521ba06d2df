import { stringify } from 'yaml'
import { csvRow } from '../domain/csv-row.ts'
import type { Question } from '../domain/question.ts'
import { openBankFiles } from './open-bank-files.ts'
import { topicTitle } from './topic-title.ts'

const columns = [
  'id',
  'topic',
  'difficulty',
  'kind',
  'prompt',
  'hint',
  'answer',
  'explanation',
  'sources',
  'asOf',
] as const

/** The bank on standard output: a spreadsheet to read, or YAML with the rubrics, one document a topic. */
export async function questionsExport({ format }: { format: 'csv' | 'yaml' }): Promise<void> {
  const questions = (await openBankFiles()).map(({ question }) => question)
  process.stdout.write(format === 'csv' ? csvOf(questions) : yamlOf(questions))
}

function csvOf(questions: readonly Question[]): string {
  const rows = questions.map((question) => csvRow(columns.map((name) => [question[name]].flat().join(' '))))
  return csvRow(columns) + rows.join('')
}

/** Each document is a file that a bank can hold; the sets of synonyms that rubrics name stay in `synonyms.yaml`. */
function yamlOf(questions: readonly Question[]): string {
  return [...Map.groupBy(questions, ({ topic }) => topic)]
    .map(([topic, all]) => {
      const withoutTopic = all.map(({ topic: _, ...question }) => question)
      return stringify({ topic, title: topicTitle(topic), questions: withoutTopic }, { aliasDuplicateObjects: false })
    })
    .join('---\n')
}
