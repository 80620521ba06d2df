import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { longestPattern } from '../../../src/domain/rubric/limits.ts'
import type { Rubric, Synonyms } from '../../../src/domain/rubric/rubric.ts'
import { RubricError, type RubricErrorCode } from '../../../src/domain/rubric/rubric-error.ts'

function errorOf(rubric: Rubric, synonyms: Synonyms = {}): RubricError {
  try {
    compileRubric(rubric, { synonyms })
  } catch (error) {
    if (error instanceof RubricError) return error
    throw error
  }
  throw new Error('compiled')
}

function saying(...says: string[]): Rubric {
  return { points: [{ id: 'only', label: 'Only', says }] }
}

describe('a pattern that cannot be read names its column and what was expected', () => {
  test.each<[pattern: string, code: RubricErrorCode, column: number | undefined, expected: string]>([
    ['', 'pattern-syntax', 1, 'a word'],
    ['   ', 'pattern-syntax', 4, 'a word'],
    ['(a|b', 'pattern-syntax', 5, '")" for the "(" in column 1'],
    ['a)', 'pattern-syntax', 2, 'no ")" without a "("'],
    ['(a|)', 'pattern-syntax', 4, 'a word'],
    ['()', 'pattern-syntax', 2, 'a word'],
    ['[a b', 'pattern-syntax', 5, '"]" for the "[" in column 1'],
    ['[a|b]', 'pattern-syntax', 3, 'put alternatives in ( )'],
    ['[a ... b]', 'pattern-syntax', 4, '"]"'],
    ['(a]', 'pattern-syntax', 3, '")"'],
    ['a ...', 'pattern-syntax', 6, 'a word'],
    ['... a', 'pattern-syntax', 1, 'a word'],
    ['a & & b', 'pattern-syntax', 5, 'a word'],
    ['a |', 'pattern-syntax', 4, 'a word'],
    ['run `heroku ps', 'pattern-syntax', 15, 'a closing backtick for the one in column 5'],
    ['``', 'pattern-syntax', 2, 'code between the backticks'],
    ['@', 'pattern-syntax', 2, 'the name of a synonym set'],
    ['?', 'pattern-syntax', 1, 'a word before the "?"'],
    ['a ?', 'pattern-syntax', 3, 'a word before the "?"'],
    ['=', 'pattern-syntax', 1, 'a word'],
    ['*', 'pattern-syntax', 1, 'a word'],
    ['!!', 'pattern-syntax', 1, 'a word'],
    ['a >= b', 'pattern-syntax', 5, 'a number after ">="'],
    ['a "b c"', 'pattern-syntax', 3, 'no quotes'],
    ['a?', 'pattern-matches-nothing', 1, 'at least one part'],
    ['(a|b?)', 'pattern-matches-nothing', 1, 'at least one part'],
    ['a? & b?', 'pattern-matches-nothing', 1, 'at least one part'],
    ['short @lived', 'unknown-name', 7, '@lived'],
    ['x'.repeat(longestPattern + 1), 'pattern-too-long', undefined, `${longestPattern} characters`],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 'pattern-too-deep', 21, 'at most 20 nested brackets'],
    ['x (a & b & c & d & e)', 'pattern-too-large', 1, 'at most 4 parts joined by "&"'],
  ])('%s', (pattern, code, column, expected) => {
    const error = errorOf(saying('fine', pattern))
    expect(error).toMatchObject({ code, path: 'points[0].says[1]', pattern, column })
    expect(error.expected).toContain(expected)
    expect(error.message).toContain('points[0].says[1]')
    expect(error.message.length).toBeLessThan(400)
  })

  test('the full message that an author sees', () => {
    expect(errorOf(saying('(goes away|stops ... done')).message).toBe(
      'points[0].says[0]: in the pattern (goes away|stops ... done, column 26: expected ")" for the "(" in column 1',
    )
  })
})

describe('synonym sets', () => {
  test.each<[synonyms: Synonyms, code: RubricErrorCode, path: string]>([
    [{ a: ['@a'] }, 'cyclic-name', 'points[0].says[0]'],
    [{ a: ['x @b'], b: ['@c?  y'], c: ['(z|@a)'] }, 'cyclic-name', 'points[0].says[0]'],
    [{ a: ['@missing'] }, 'unknown-name', 'points[0].says[0]'],
    [{ a: [] }, 'empty-says', 'points[0].says[0]'],
    [{ a: ['fine', '(broken'] }, 'pattern-syntax', '@a[1]'],
    [{ a: Array(500).fill('q w e r t y u i o p') }, 'pattern-too-large', 'points[0].says[0]'],
    [{ a: ['(a & b & c & d & e)'] }, 'pattern-too-large', 'points[0].says[0]'],
  ])('%o: %s', (synonyms, code, path) => {
    expect(errorOf(saying('@a'), synonyms)).toMatchObject({ code, path })
  })

  test('the size limit of a rubric includes its sets, each counted once', () => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`)
    const synonyms = Object.fromEntries(names.map((name) => [name, Array(350).fill('q w e r t y u i o p')]))
    expect(errorOf(saying(...names.map((name) => `@${name}`)), synonyms)).toMatchObject({
      code: 'pattern-too-large',
      path: 'points[0].says',
    })
    expect(() => compileRubric(saying(...Array(100).fill('@n0 @n1')), { synonyms })).not.toThrow()
  })

  test('names such as “constructor” are not sets', () => {
    expect(errorOf(saying('@constructor'), {}).code).toBe('unknown-name')
    expect(errorOf(saying('@__proto__'), {}).code).toBe('unknown-name')
  })
})

describe('an inconsistent rubric', () => {
  const point = { id: 'a', label: 'A', says: ['a'] }
  const other = { id: 'b', label: 'B', says: ['b'] }
  test.each<[what: string, rubric: Rubric, code: RubricErrorCode, path: string]>([
    ['no points', { points: [] }, 'empty-points', 'points'],
    ['empty says', { points: [{ ...point, says: [] }] }, 'empty-says', 'points[0].says'],
    ['the same id twice', { points: [point, other, point] }, 'duplicate-id', 'points[2].id'],
    ['weight zero', { points: [{ ...point, weight: 0 }] }, 'bad-number', 'points[0].weight'],
    ['weight below zero', { points: [{ ...point, weight: -1 }] }, 'bad-number', 'points[0].weight'],
    ['weight no number', { points: [{ ...point, weight: Number.NaN }] }, 'bad-number', 'points[0].weight'],
    ['full above the weights', { full: 3, points: [point, other] }, 'full-out-of-reach', 'full'],
    ['full zero', { full: 0, points: [point] }, 'bad-number', 'full'],
    ['a group nobody made', { points: [{ ...point, group: 'uses' }] }, 'unknown-group', 'points[0].group'],
    ['a group named like a method', { points: [{ ...point, group: 'toString' }] }, 'unknown-group', 'points[0].group'],
    ['a group of none', { points: [point], groups: { uses: { most: 0 } } }, 'bad-number', 'groups.uses.most'],
    [
      'full above what a group lets through',
      {
        full: 2,
        points: [
          { ...point, group: 'g' },
          { ...other, group: 'g' },
        ],
        groups: { g: { most: 1 } },
      },
      'full-out-of-reach',
      'full',
    ],
    [
      'full above what exclusive points can earn',
      {
        full: 2,
        points: [
          { ...point, exclusive: 'e' },
          { ...other, exclusive: 'e' },
        ],
      },
      'full-out-of-reach',
      'full',
    ],
    [
      'a misconception without patterns',
      { points: [point], misconceptions: [{ id: 'm', says: [], tell: 'No.' }] },
      'empty-says',
      'misconceptions[0].says',
    ],
    [
      'a misconception that gives',
      { points: [point], misconceptions: [{ id: 'm', says: ['m'], costs: -1, tell: 'No.' }] },
      'bad-number',
      'misconceptions[0].costs',
    ],
    ['a broken not', { points: [{ ...point, not: ['(x'] }] }, 'pattern-syntax', 'points[0].not[0]'],
  ])('%s', (_what, rubric, code, path) => {
    expect(errorOf(rubric)).toMatchObject({ code, path })
  })
})
