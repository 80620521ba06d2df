import { type ImportedFile, type ImportFormat, largestFile } from '../../domain/packs/imported.ts'
import { decodeText } from './decode-text.ts'
import { ImportError } from './import-error.ts'
import { readAiken } from './read-aiken.ts'
import { readAnki } from './read-anki.ts'
import { readApkg } from './read-apkg.ts'
import { readCsv } from './read-csv.ts'
import { readGift } from './read-gift.ts'
import { readMoodle } from './read-moodle.ts'

export { ImportError } from './import-error.ts'

const mostLines = 100_000

const readers: Record<ImportFormat, (text: string) => ImportedFile> = {
  ...{ csv: readCsv, gift: readGift, moodle: readMoodle, anki: readAnki, aiken: readAiken },
}

/** Reads the questions of another program's file. Throws an `ImportError` if the file can't be read at all. */
export function readImport(bytes: Uint8Array, format: ImportFormat): ImportedFile {
  if (bytes.length > largestFile) throw new ImportError('The file has more than 10 MB.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    if (format === 'anki') return readApkg(bytes)
    throw new ImportError('This is a packed file (.xlsx, .zip). Export the spreadsheet as CSV.')
  }
  const text = decodeText(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
  if (text.split('\n', mostLines + 1).length > mostLines) throw new ImportError('The file has more than 100,000 lines.')
  return readers[format](text)
}
