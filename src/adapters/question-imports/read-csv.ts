import { parse } from 'csv-parse/sync'
import type { Imported, ImportedFile } from '../../domain/packs/imported.ts'
import { type OptionColumns, optionColumns, sortOptions } from './csv-options.ts'
import { htmlText, plainText } from './html-text.ts'
import { ImportError } from './import-error.ts'
import { isMoreOften } from './is-more-often.ts'

type Column = 'prompt' | 'answer' | 'wrong' | 'id' | 'topic' | 'difficulty' | 'hint' | 'explanation' | 'sources'

const names: Record<Column, readonly string[]> = {
  prompt: ['prompt', 'question', 'front', 'frage', 'question text', 'questiontext', 'q'],
  answer: ['answer', 'model answer', 'back', 'antwort', 'correct answer', 'right answer', 'correct', 'a'],
  wrong: ['wrong', 'wrong answer', 'incorrect', 'distractor'],
  id: ['id', 'name'],
  topic: ['topic', 'category', 'deck', 'tags', 'subject', 'thema'],
  difficulty: ['difficulty', 'level'],
  hint: ['hint', 'tip'],
  explanation: ['explanation', 'feedback', 'why', 'comment'],
  sources: ['sources', 'source', 'link', 'url'],
}

type Columns = Record<Column, number[]> & { choices: OptionColumns | undefined }

/** A file of ten megabytes with real text has a tenth of this. */
const mostCells = 500_000
const mostCellsInRow = 100
/** In characters. */
const longestRow = 200_000

/**
 * Reads a spreadsheet with columns in any order. Throws an `ImportError` if the columns for questions and answers are
 * missing.
 */
export function readCsv(text: string): ImportedFile {
  let columns: Columns | undefined
  const read: Imported[] = []
  eachRow(text, separatorOf(text), (record, line) => {
    if (!columns) columns = namedColumns(record)
    else if (record.some((cell) => cell.trim() !== '')) read.push(imported(record, columns, line))
  })
  if (!columns) throw new ImportError('The file is empty.')
  return { read, skipped: [] }
}

function namedColumns(head: readonly string[]): Columns {
  const columns = { ...columnsOf(head), choices: optionColumns(head) }
  if (columns.prompt.length > 0 && (columns.answer.length > 0 || columns.choices)) return columns
  throw new ImportError(
    `The first line must name the columns, including “question” and “answer”. It says: ${head.slice(0, 50).join(', ').slice(0, 200)}`,
  )
}

/**
 * Calls `take` with each row and the number of its first line, counted from 1. Throws an `ImportError` for too many
 * rows or cells, because a cell of one byte costs the parser a hundred bytes.
 */
export function eachRow(text: string, delimiter: string, take: (record: string[], line: number) => void): void {
  if (isMoreOften(delimiter, text, mostCells))
    throw new ImportError(`The file has more than ${mostCells.toLocaleString('en')} cells.`)
  let line = 0
  try {
    parse(text, {
      bom: true,
      delimiter,
      quote: '"',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      // Returns nothing, so that the parser holds only one row at a time.
      on_record(record: string[], { lines }: { lines: number }) {
        if (record.length > mostCellsInRow) {
          throw new ImportError(`Line ${line + 1} has ${record.length} cells, and the limit is ${mostCellsInRow}.`)
        }
        take(record, line + 1)
        line = lines
        return null
      },
    })
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(error instanceof Error ? error.message : String(error))
  }
}

/** Returns the most frequent separator in the first line, outside quotes. */
function separatorOf(text: string): string {
  const [first = ''] = text.replace(/"[^"]*"/g, '').split('\n', 1)
  const counts = [',', ';', '\t', '|'].map((mark) => ({ mark, count: first.split(mark).length }))
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ','
}

function columnsOf(head: readonly string[]): Record<Column, number[]> {
  const named = head.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' ')
      .replace(/ ?\d+$/, ''),
  )
  const find = (column: Column): number[] =>
    named.flatMap((name, index) => (names[column].includes(name) ? [index] : []))
  return {
    ...{ prompt: find('prompt'), answer: find('answer'), wrong: find('wrong'), id: find('id'), topic: find('topic') },
    ...{
      difficulty: find('difficulty'),
      hint: find('hint'),
      explanation: find('explanation'),
      sources: find('sources'),
    },
  }
}

function imported(record: readonly string[], columns: Columns, line: number): Imported {
  let leftOut = 0
  const textAt = (index: number): string => {
    const read = cellText(record[index] ?? '')
    leftOut += read.leftOut
    return read.text
  }
  const cells = (column: Column): string[] => columns[column].map(textAt)
  const optional = (column: 'id' | 'topic' | 'difficulty' | 'hint' | 'explanation') => {
    const [text = ''] = cells(column)
    return text === '' ? {} : { [column]: text }
  }
  const { choices } = columns
  const { right, wrong } = choices
    ? sortOptions(choices.options.map(textAt), textAt(choices.key))
    : { right: cells('answer'), wrong: cells('wrong') }
  const read: Imported = {
    line,
    prompt: cells('prompt')[0] ?? '',
    right: right.filter((text) => text !== ''),
    wrong: wrong.flatMap((text) => (text === '' ? [] : [{ text }])),
    ...{ ...optional('id'), ...optional('topic'), ...optional('difficulty') },
    ...{ ...optional('hint'), ...optional('explanation') },
    sources: cells('sources').flatMap((text) => text.split(/\s+/)),
  }
  return leftOut === 0 ? read : { ...read, leftOut }
}

/**
 * Whether another program exported the cell as HTML: it has a closed element for formatting, a line break or a picture.
 * Other tags are text, as in “What does `<b>` do?” or `List<String>`.
 */
function isHtml(text: string): boolean {
  return (
    /<(?:br|img|audio|video)\b[^<>]*>|\[sound:/i.test(text) ||
    /<(b|i|u|p|em|strong|div|span|code|pre|sub|sup|ul|ol|li|table|font|a)(?:\s[^<>]*)?>[^<>]*<\/\1>/i.test(text)
  )
}

/** Our own export puts an apostrophe before text that a spreadsheet would interpret as a formula. */
function cellText(cell: string): { text: string; leftOut: number } {
  const text = cell.replace(/^'(?=[=+\-@])/, '')
  return isHtml(text) ? htmlText(text) : { text: plainText(text), leftOut: 0 }
}
