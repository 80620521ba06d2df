import { stringify } from 'yaml'
import { csvRow } from '../../domain/csv-row.ts'
import type { Question } from '../../domain/question.ts'
import { openBankFiles } from '../open-bank-files.ts'
import { questionsOf, taughtBy } from '../packs/packs.ts'
import { topicTitle } from '../topic-title.ts'
import { UsageError } from '../usage-error.ts'

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

/**
 * Prints the bank, a pack, or a workspace's additions to the bank, as a CSV file to read or as YAML with the rubrics,
 * one document per topic.
 */
export async function questionsExport({ format, workspace, pack }: ExportOptions): Promise<void> {
  if (workspace === undefined && pack !== undefined) {
    throw new UsageError('To name a pack, use both --workspace REF and --pack NAME.')
  }
  const questions = await chosen(workspace, pack)
  process.stdout.write(format === 'csv' ? csvOf(questions) : yamlOf(questions))
}

async function chosen(workspace: string | undefined, pack: string | undefined): Promise<Question[]> {
  if (workspace !== undefined && pack !== undefined) return questionsOf(workspace, pack)
  const bank = (await openBankFiles()).map(({ question }) => question)
  return workspace === undefined ? bank : taughtBy(workspace, bank)
}

function csvOf(questions: readonly Question[]): string {
  const rows = questions.map((question) => csvRow(columns.map((name) => [question[name]].flat().join(' '))))
  return csvRow(columns) + rows.join('')
}

/** Each document is a valid question file. Synonyms remain in `synonyms.yaml` and sorted answers in `sorted/`. */
function yamlOf(questions: readonly Question[]): string {
  return [...Map.groupBy(questions, ({ topic }) => topic)]
    .map(([topic, all]) => {
      const written = all.map(({ topic: _topic, sorted: _sorted, ...question }) => question)
      return stringify({ topic, title: topicTitle(topic), questions: written }, { aliasDuplicateObjects: false })
    })
    .join('---\n')
}
