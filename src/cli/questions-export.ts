import { stringify } from 'yaml'
import { csvRow } from '../domain/csv-row.ts'
import type { Question } from '../domain/question.ts'
import { openBankFiles } from './open-bank-files.ts'
import { questionsOf } from './packs/packs.ts'
import { topicTitle } from './topic-title.ts'
import { UsageError } from './usage-error.ts'

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

type ExportOptions = { format: 'csv' | 'yaml'; workspace?: string; pack?: string }

/** The bank, or a pack, on standard output: a spreadsheet to read, or YAML with the rubrics, one document per topic. */
export async function questionsExport({ format, workspace, pack }: ExportOptions): Promise<void> {
  if ((workspace === undefined) !== (pack === undefined)) {
    throw new UsageError('A pack is named by both: --workspace REF --pack NAME.')
  }
  const questions =
    workspace === undefined || pack === undefined
      ? (await openBankFiles()).map(({ question }) => question)
      : await questionsOf(workspace, pack)
  process.stdout.write(format === 'csv' ? csvOf(questions) : yamlOf(questions))
}

function csvOf(questions: readonly Question[]): string {
  const rows = questions.map((question) => csvRow(columns.map((name) => [question[name]].flat().join(' '))))
  return csvRow(columns) + rows.join('')
}

/** Each document is a valid question file; synonyms stay in `synonyms.yaml`, and sorted answers in `sorted/`. */
function yamlOf(questions: readonly Question[]): string {
  return [...Map.groupBy(questions, ({ topic }) => topic)]
    .map(([topic, all]) => {
      const written = all.map(({ topic: _topic, sorted: _sorted, ...question }) => question)
      return stringify({ topic, title: topicTitle(topic), questions: written }, { aliasDuplicateObjects: false })
    })
    .join('---\n')
}
