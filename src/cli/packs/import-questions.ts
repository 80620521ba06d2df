import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { writePack } from '../../adapters/question-files/index.ts'
import { ImportError, readImport } from '../../adapters/question-imports/index.ts'
import { openThesaurus } from '../../adapters/thesaurus/index.ts'
import { type DraftLine, draftQuestions } from '../../domain/packs/draft-questions.ts'
import { formatOf, type ImportFormat } from '../../domain/packs/imported.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'
import { opposite } from '../../messages/desk/studio.ts'
import { counted } from '../../messages/rich.ts'
import { print } from '../print.ts'
import { topicTitle } from '../topic-title.ts'
import { UsageError } from '../usage-error.ts'
import { checkNewFolder, writeFolder } from './packs.ts'

export async function questionsImport(
  file: string,
  options: { format?: ImportFormat; language: string; out: string },
): Promise<void> {
  const { language, out } = options
  const format = options.format ?? formatOf(file)
  if (format === undefined) throw new UsageError('Name its format: --format csv, gift, moodle, anki or aiken.')
  await checkNewFolder(out)
  const read = await readFile(file)
    .catch((error: Error) => {
      throw new UsageError(`${file} can’t be read: ${error.message}`)
    })
    .then((bytes) => readImport(bytes, format))
    .catch((error: unknown) => {
      throw error instanceof ImportError ? new UsageError(`${file}: ${error.message}`) : error
    })
  const topic = basename(file).replace(/\.[^.]*$/, '')
  const english = language === 'en' ? { thesaurus: openThesaurus(), tell: opposite } : {}
  const { drafts, lines } = draftQuestions(read, topic, english)
  for (const line of lines) print(`${file}:${line.line} ${said(line)}`)
  const questions = drafts.map(({ question }) => question)
  if (questions.length === 0) throw new UsageError(`${file}: no question could be read.`)
  const synonyms = Object.assign({}, ...drafts.map((draft) => draft.synonyms)) as Synonyms
  const titles = Object.fromEntries(questions.map((question) => [question.topic, topicTitle(question.topic)]))
  const files = writePack({ language, forgivesSpelling: true, synonyms, titles, questions })
  await writeFolder(out, files)
  const skipped = lines.filter((line) => 'why' in line).length
  const look = lines.filter((line) => 'look' in line && line.look.length > 0).length
  const unread = counted(skipped, 'place was', 'places were')
  print(`${out}: ${counted(questions.length, 'draft', 'drafts')}, ${look} to look at first; ${unread} not read.`)
  print('Read the rubrics, then: quiz packs import FOLDER --workspace REF --name NAME')
}

function said(line: DraftLine): string {
  if ('why' in line) return `not read: ${line.why}`
  return line.look.length === 0 ? `read as ${line.id}` : `read as ${line.id}, to be checked: ${line.look.join('; ')}`
}
