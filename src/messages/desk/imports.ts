import type { ImportFormat } from '../../domain/packs/imported.ts'
import type { Import, ReportLine } from '../../ports/imports/imports.ts'
import { counted } from '../rich.ts'

export const imports = {
  title: 'Import',
  lead: 'Upload questions that you wrote in another program. Each becomes a draft with a rubric and waits here until you publish it in the studio.',
  file: 'File, up to 10 MB',
  format: 'Format',
  formats: {
    csv: 'A spreadsheet: CSV',
    gift: 'Moodle: GIFT',
    moodle: 'Moodle: XML',
    anki: 'Anki: a deck (.apkg) or Notes in Plain Text',
    aiken: 'Aiken',
  } satisfies Record<ImportFormat, string>,
  guess: 'Detect automatically',
  language: 'Language of the questions',
  languages: { english: 'English', other: 'Another one' },
  pack: 'Pack for the questions (you can choose it later)',
  send: 'Read the file',
  columns:
    'The first line of a spreadsheet names its columns, among them “question” and “answer”. No question is asked before you publish it.',
  files: 'Files',
  noFiles: 'No file has been imported yet.',
  noName: 'A file',
  state: ({ state, done, total, drafts, problem }: Import): string => {
    if (state === 'refused') return `Not read: ${problem ?? ''}`
    if (state === 'read') return drafts === 0 ? 'Read. No drafts are waiting.' : `Read. ${waiting(drafts)}.`
    return total === 0 ? 'Waiting to be read.' : `Being read: ${done} of ${total} questions.`
  },
  progress: 'How much of the file has been read',
  reload: 'This page reloads by itself until the file has been read.',
  summary: ({ lines, drafts }: { lines: readonly ReportLine[]; drafts: number }): string => {
    const read = lines.filter((line) => 'id' in line).length
    const places = lines.reduce((sum, line) => sum + ('why' in line ? 1 + (line.to ?? line.line) - line.line : 0), 0)
    const left = places === 0 ? '' : ` ${counted(places, 'place was', 'places were')} not read.`
    return `${counted(read, 'question was', 'questions were')} read, and ${waiting(drafts)}.${left}`
  },
  nothingStored: 'Nothing was stored.',
  report: 'Line by line',
  columnNames: { line: 'Line', what: 'Result', draft: 'Draft' },
  line: ({ line, to }: ReportLine): string => (to === undefined ? `${line}` : `${line}–${to}`),
  became: (line: ReportLine): string => {
    if ('why' in line) return `Not read: ${line.why}.`
    return line.look.length === 0 ? `Read as ${line.id}.` : `Read as ${line.id}. Please check: ${line.look.join('; ')}.`
  },
  done: 'published or discarded',
  look: 'Open the draft',
  earlier: 'Earlier lines',
  later: 'Later lines',
  remove: 'Remove this file and its drafts',
  answer: 'The model answer',
  rubric: 'How it would be graded',
  toStudio: 'Open in the studio',
  discard: 'Discard this draft',
  back: 'Back to the file',
  toLookAt: 'Please check',
  /** The reasons why a file couldn't be read. */
  tooLong: 'It takes more than two minutes to read. Split it into smaller files.',
  tooLarge: 'It takes too much memory to read. Split it into smaller files.',
  gaveUp: 'Reading it failed three times. Split it into smaller files, or try another format.',
  noRoom: (most: number): string =>
    `More than ${most} drafts would be waiting. Publish or discard some, or remove a file, then upload it again.`,
  /** The place of an existing question with the same prompt. */
  aDraft: 'a draft that is already waiting',
  aPack: (name: string): string => `a question in the pack ${name}`,
  moreLines: (count: number): string => `and ${count} more places, for reasons like these`,
} as const

function waiting(drafts: number): string {
  return counted(drafts, 'draft is waiting', 'drafts are waiting')
}
