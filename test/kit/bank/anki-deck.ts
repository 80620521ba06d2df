import { DatabaseSync } from 'node:sqlite'
import { zstdCompressSync } from 'node:zlib'
import { type Zippable, zipSync } from 'fflate'

/** A collection with Anki's tables and these notes: the fields and the name of the deck. */
export function ankiCollection(
  notes: readonly (readonly [fields: readonly string[], deck: string])[],
  { format = 'old', more = '' }: { format?: 'old' | 'new'; more?: string } = {},
): Uint8Array {
  const database = new DatabaseSync(':memory:')
  database.exec(`CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
      usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
      flags integer not null, data text not null);
    CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null);
    CREATE INDEX ix_cards_nid on cards (nid);
    CREATE TABLE col (id integer primary key, decks text not null)`)
  if (format === 'new') database.exec('CREATE TABLE decks (id integer PRIMARY KEY NOT NULL, name text NOT NULL)')
  const decks = [...new Set(notes.map(([, deck]) => deck))]
  const idOf = (deck: string) => 1_700_000_000_000 + decks.indexOf(deck)
  const inCol = Object.fromEntries(decks.map((deck) => [idOf(deck), { id: idOf(deck), name: deck }]))
  database.prepare('insert into col values (1, ?)').run(format === 'old' ? JSON.stringify(inCol) : '{}')
  if (format === 'new') {
    for (const deck of decks) {
      database.prepare('insert into decks values (?, ?)').run(idOf(deck), deck.replaceAll('::', '\u001f'))
    }
  }
  for (const [at, [fields, deck]] of notes.entries()) {
    const row = database.prepare(`insert into notes values (?, ?, 1, 1, -1, '', ?, '', 0, 0, '')`)
    row.run(1_700_000_000_500 + at, `guid${at}`, fields.join('\u001f'))
    database.prepare('insert into cards values (?, ?, ?, 0)').run(1 + at, 1_700_000_000_500 + at, idOf(deck))
  }
  if (more !== '') database.exec(more)
  const bytes = database.serialize()
  database.close()
  return bytes
}

/** A deck in Anki's format up to 2.1.49 (`old`), or the newer one, which has a placeholder for older versions. */
export function ankiDeck(collection: Uint8Array, format: 'old' | 'new' = 'old'): Uint8Array {
  const placeholder = ankiCollection([[['Please update to the latest Anki version', ''], 'Default']])
  const files: Zippable =
    format === 'old'
      ? { 'collection.anki2': collection }
      : {
          meta: new Uint8Array([8, 3]),
          'collection.anki2': placeholder,
          'collection.anki21b': zstdCompressSync(collection),
        }
  return zipSync({ ...files, media: new TextEncoder().encode('{}') })
}
