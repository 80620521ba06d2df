import { constants, DatabaseSync } from 'node:sqlite'
import { type AnkiNote, between } from './anki-note.ts'
import { ImportError } from './import-error.ts'

const mostNotes = 100_000
/** In characters, all fields together. */
const longestNote = 200_000
/** In characters. Many rows may share one deck name of several megabytes. */
const longestName = 1000
/** In bytes, for any value. */
const longestValue = 10_000_000

const allowed = new Set([constants.SQLITE_SELECT, constants.SQLITE_READ, constants.SQLITE_FUNCTION])

/**
 * Calls `take` with the notes of Anki's database, in the order of their ids and numbered from 1. For a note that can't
 * be read, `take` gets the reason. The file is untrusted, so it is opened read-only, and only ordinary tables are read.
 */
export function readAnkiDatabase(bytes: Uint8Array, take: (note: AnkiNote | string, number: number) => void): void {
  const database = new DatabaseSync(':memory:', { limits: { length: longestValue } })
  try {
    database.deserialize(bytes)
    if (!isPlain(database, 'notes')) throw new ImportError('The package has no Anki notes.')
    const decks = decksOf(database)
    const noteDecks = isPlain(database, 'cards') ? 'select min(did) from cards where nid = notes.id' : 'select null'
    database.setAuthorizer((action) => (allowed.has(action) ? constants.SQLITE_OK : constants.SQLITE_DENY))
    const rows = database
      .prepare(
        `select substr(flds, 1, ${longestNote + 1}) as fields, cast((${noteDecks}) as text) as deck from notes order by id limit ${mostNotes + 1}`,
      )
      .iterate()
    let number = 0
    for (const { fields, deck } of rows) {
      number += 1
      if (number > mostNotes) throw new ImportError('The deck has more than 100,000 notes.')
      take(noteOf(String(fields ?? ''), decks.get(String(deck))), number)
    }
  } catch (error) {
    if (error instanceof ImportError) throw error
    throw new ImportError(
      `The Anki collection can’t be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    database.close()
  }
}

function noteOf(fields: string, deck: string | undefined): AnkiNote | string {
  if (fields.length > longestNote) return `has more than ${longestNote.toLocaleString('en')} characters`
  return { fields: fields.split(between), deck }
}

/** A query on a view, a virtual table or a generated column might never end. */
function isPlain(database: DatabaseSync, name: string): boolean {
  const found = database.prepare('select type, sql from sqlite_schema where name = ?').get(name)
  if (found?.type !== 'table' || !/^create table/i.test(String(found.sql))) return false
  return database.prepare(`select 1 from pragma_table_xinfo('${name}') where hidden <> 0`).get() === undefined
}

/** Deck names by id, from their own table or, in older collections, from a JSON column of `col`. */
function decksOf(database: DatabaseSync): Map<string, string> {
  if (isPlain(database, 'decks')) {
    const rows = database
      .prepare(
        `select cast(id as text) as id, cast(substr(name, 1, ${longestName}) as text) as name from decks limit ${mostNotes}`,
      )
      .all()
    return new Map(rows.map(({ id, name }) => [String(id), String(name)]))
  }
  const row = isPlain(database, 'col') ? database.prepare('select decks from col limit 1').get() : undefined
  const decks = parsed(String(row?.decks ?? ''))
  return new Map(
    Object.entries(decks).flatMap(([id, deck]) => (typeof deck?.name === 'string' ? [[id, deck.name]] : [])),
  )
}

function parsed(json: string): Record<string, { name?: unknown } | undefined> {
  try {
    return Object(JSON.parse(json))
  } catch {
    return {}
  }
}
