import { zstdDecompressSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { ImportedFile } from '../../domain/packs/imported.ts'
import { importedNote } from './anki-note.ts'
import { ImportError } from './import-error.ts'
import { readAnkiDatabase } from './read-anki-database.ts'

/** In bytes, for the database in the package. A deck of ten megabytes without its pictures is far smaller. */
const largestDatabase = 64_000_000

/** The newest format first. Next to it, Anki packs a file in an older format, whose only note asks for a newer Anki. */
const names = ['collection.anki21b', 'collection.anki21', 'collection.anki2']

/**
 * Reads a deck that Anki exported, which is a zip file. The line of a question is the number of its note, counted from
 * 1.
 */
export function readApkg(bytes: Uint8Array): ImportedFile {
  const file: ImportedFile = { read: [], skipped: [] }
  readAnkiDatabase(databaseIn(bytes), (note, line) => {
    const read = typeof note === 'string' ? note : importedNote(note, line)
    if (typeof read === 'string') file.skipped.push({ line, why: read })
    else file.read.push(read)
  })
  return file
}

function databaseIn(bytes: Uint8Array): Uint8Array {
  const found = new Set(unpacked(bytes, () => false).seen)
  const name = names.find((one) => found.has(one))
  if (name === undefined) {
    throw new ImportError(
      'This is a packed file without an Anki collection. Export the deck from Anki as .apkg, or a sheet as CSV.',
    )
  }
  const database = unpacked(bytes, (one) => one === name).files[name] ?? new Uint8Array()
  if (!name.endsWith('b')) return database
  try {
    return zstdDecompressSync(database, { maxOutputLength: largestDatabase })
  } catch (error) {
    throw damaged(error)
  }
}

/** Unpacks each wanted file once, even if the package lists it several times. */
function unpacked(bytes: Uint8Array, isWanted: (name: string) => boolean) {
  const seen: string[] = []
  let taken = false
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        seen.push(name)
        if (taken || !isWanted(name)) return false
        taken = true
        if (originalSize > largestDatabase) throw tooLarge()
        return true
      },
    })
    return { files, seen }
  } catch (error) {
    throw damaged(error)
  }
}

function tooLarge(): ImportError {
  return new ImportError('The Anki collection has more than 64 MB when it is unpacked.')
}

function damaged(error: unknown): ImportError {
  if (error instanceof ImportError) return error
  if (error instanceof RangeError) return tooLarge()
  return new ImportError(`The package can’t be unpacked: ${error instanceof Error ? error.message : String(error)}`)
}
