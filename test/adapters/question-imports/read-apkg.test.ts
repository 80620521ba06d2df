import { zstdCompressSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readImport } from '../../../src/adapters/question-imports/index.ts'
import { ankiCollection, ankiDeck } from '../../kit/bank/anki-deck.ts'

const bread = [
  [
    ['What makes <b>dough</b> rise?<img src="loaf.jpg">', 'Yeast &amp; its gas[sound:pop.mp3]', 'extra'],
    'Kitchen::Bread',
  ],
  [['{{c1::Yeast}} makes gas', ''], 'Kitchen::Bread'],
  [['Why rye?', ''], 'Rye'],
] as const

const read = (file: Uint8Array) => readImport(file, 'anki')

describe('a deck of Anki', () => {
  it.each(['old', 'new'] as const)('is read note by note, with HTML as text and without pictures: %s', (format) => {
    expect(read(ankiDeck(ankiCollection(bread, { format }), format))).toEqual({
      read: [
        {
          line: 1,
          prompt: 'What makes dough rise?',
          right: ['Yeast & its gas'],
          wrong: [],
          topic: 'Bread',
          leftOut: 2,
        },
        { line: 3, prompt: 'Why rye?', right: [], wrong: [], topic: 'Rye' },
      ],
      skipped: [{ line: 2, why: 'is a cloze without a question: write one for it' }],
    })
  })

  it('shortens the long name of a deck', () => {
    const long = ankiCollection([[['Why?', 'So'], 'x'.repeat(100_000)]], { format: 'new' })
    expect(read(ankiDeck(long, 'new')).read[0]?.topic).toHaveLength(1000)
  })

  it('keeps the notes before one that is too long, and reports which one is too long', () => {
    const notes = [
      [['Why?', 'So'], 'A'],
      [['x'.repeat(300_000), 'So'], 'A'],
    ] as const
    const { read: found, skipped } = read(ankiDeck(ankiCollection(notes)))
    expect([found.length, skipped]).toEqual([1, [{ line: 2, why: 'has more than 200,000 characters' }]])
  })

  const zeros = new Uint8Array(70_000_000)
  it.each<[what: string, file: () => Uint8Array, said: RegExp]>([
    ['a zip file of something else', () => zipSync({ 'a.txt': new Uint8Array(3) }), /without an Anki collection/],
    ['a zip bomb', () => zipSync({ 'collection.anki2': zeros }), /more than 64 MB/],
    ['a bomb in the new format', () => zipSync({ 'collection.anki21b': zstdCompressSync(zeros) }), /more than 64 MB/],
    [
      'a bomb that lies about its size',
      () => lying(zipSync({ 'collection.anki2': zeros })),
      /can’t be (unpacked|read)|no Anki notes/,
    ],
    ['half a file', () => ankiDeck(ankiCollection(bread)).subarray(0, 700), /can’t be unpacked/],
    ['an invalid collection', () => ankiDeck(new TextEncoder().encode('no database')), /can’t be read/],
    ['no notes', () => ankiDeck(ankiCollection([], { more: 'drop table notes' })), /no Anki notes/],
    [
      'a view that would never end',
      () =>
        ankiDeck(
          ankiCollection([], {
            more: `drop table notes; create view notes as with recursive n(id) as (select 1 union all select id + 1 from n)
              select id, 'a' as flds from n`,
          }),
        ),
      /no Anki notes/,
    ],
    [
      'a column that is worked out',
      () =>
        ankiDeck(
          ankiCollection([], {
            more: `drop table notes; create table notes (id integer primary key, flds text as (hex(zeroblob(900))));
              insert into notes (id) values (1)`,
          }),
        ),
      /no Anki notes/,
    ],
  ])(
    'is refused with one line if it is %s',
    (_what, file, said) => {
      const before = process.cpuUsage()
      expect(() => read(file())).toThrow(said)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1000).toBeLessThan(10_000)
    },
    60_000,
  )
})

/** Declares the size of 70 MB of data as 100 bytes. */
function lying(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = 0; at + 4 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true)
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, 100, true)
  }
  return zip
}
