import type { ImportedFile } from '../../domain/packs/imported.ts'
import { importedNote } from './anki-note.ts'
import { htmlText, plainText } from './html-text.ts'
import { eachRow } from './read-csv.ts'

const separators: Readonly<Record<string, string>> = {
  ...{ tab: '\t', comma: ',', semicolon: ';', pipe: '|', colon: ':', space: ' ' },
}

/** Reads Anki's "Notes in Plain Text". Lines that begin with # describe the format of the notes below. */
export function readAnki(text: string): ImportedFile {
  const { head, size } = readHead(text)
  const named = head.get('separator')?.toLowerCase() ?? 'tab'
  const separator = separators[named] ?? (named.length === 1 ? named : '\t')
  const special = new Set(
    ['guid', 'notetype', 'deck', 'tags'].flatMap((name) => {
      const column = Number(head.get(`${name} column`))
      return column > 0 ? [column - 1] : []
    }),
  )
  const deck = Number(head.get('deck column') ?? 0) - 1
  const read = head.get('html') === 'false' ? (cell: string) => ({ text: plainText(cell), leftOut: 0 }) : htmlText
  const file: ImportedFile = { read: [], skipped: [] }
  eachRow(text.split('\n').slice(size).join('\n'), separator, (record, line) => {
    const at = size + line
    const fields = record.filter((_, index) => !special.has(index))
    const note = importedNote({ fields, deck: deck < 0 ? undefined : record[deck] }, at, read)
    if (typeof note === 'string') file.skipped.push({ line: at, why: note })
    else file.read.push(note)
  })
  return file
}

function readHead(text: string): { head: Map<string, string>; size: number } {
  const head = new Map<string, string>()
  let size = 0
  for (const line of text.split('\n')) {
    const [, name = '', value = ''] = /^\uFEFF?#([a-z ]+):(.*?)\r?$/i.exec(line) ?? []
    if (name === '') break
    head.set(name.toLowerCase(), value)
    size += 1
  }
  return { head, size }
}
