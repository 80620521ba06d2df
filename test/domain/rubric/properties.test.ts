import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import { longestPattern, longestTextRead, maximumAnswerLength } from '../../../src/domain/rubric/limits.ts'
import type { Grade, Rubric } from '../../../src/domain/rubric/rubric.ts'
import { RubricError } from '../../../src/domain/rubric/rubric-error.ts'

/** Pseudo-random numbers that are the same in every run. `next(n)` is a whole number below n. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const fragments = [
  ...'temporary,temprary,goes away,stops,done,finished,not,never,without,instead of,no,but,and,or,30 s,thirty seconds'.split(
    ',',
  ),
  ...'half a minute,1,000,512 MB,$PORT,ps:scale,web=2,app.json,--tail,*.herokuapp.com,one-off,one off,oneoff'.split(
    ',',
  ),
  ...'router,random,serve,web,traffic,S3,isn’t,doesnt,cannot,heroku run,12-factor,H12,idk'.split(','),
  ...[
    '.',
    '!',
    '?',
    '...',
    ',',
    ';',
    '(',
    ')',
    '\n',
    '\n\n',
    '- ',
    '"',
    '`',
    '&',
    '\u200f',
    '\u202e',
    '\u0000',
    '\ud800',
  ],
  ...[
    '\udc00',
    '🤷',
    '👨‍👩‍👧',
    'é',
    'e\u0301',
    'İ',
    'ß',
    'ﬁ',
    '临时',
    '一時的',
    'временный',
    'مؤقت',
    'ｗｅｂ',
    '½',
    '\ufeff',
    '\u00ad',
    '\t',
  ],
]

function randomText(next: (below: number) => number): string {
  return Array.from(
    { length: next(40) },
    () => (fragments[next(fragments.length)] ?? '') + (next(3) > 0 ? ' ' : ''),
  ).join('')
}

const rubric: Rubric = {
  full: 4,
  points: [
    {
      id: 'temporary',
      label: 'T',
      says: ['temporary', '(goes away|stops) ... (done|finished)', '临时', 'временный'],
      not: ['temporary file'],
    },
    { id: 'thirty', label: '30', says: ['30 s', '>= 1 min'], exclusive: 'time', weight: 2 },
    { id: 'memory', label: '512', says: ['512 MB', '1000'], exclusive: 'time', weight: 2 },
    { id: 'port', label: 'P', says: ['`$PORT`', '`*.herokuapp.com`'], group: 'g', required: true },
    { id: 'scale', label: 'S', says: ['ps:scale', 'web=2 | oneoff', 'router & random'], group: 'g' },
    { id: 'not', label: 'N', says: ['(not|never) ... serve', 'without S3?'], group: 'g' },
  ],
  groups: { g: { most: 1 } },
  misconceptions: [{ id: 'web', says: ['serve web traffic', 'heroku run & not'], costs: 0.5, tell: 'No.' }],
}
const compiled = compileRubric(rubric, { prompt: 'Which router serves web traffic, and when is it done?' })

function checkSpans(grade: Grade, text: string): void {
  for (const { found, evidence } of grade.points) {
    expect(found).toBe(evidence.length > 0)
  }
  for (const { evidence } of [...grade.points, ...grade.misconceptions]) {
    let last = -1
    for (const { start, end } of evidence) {
      expect(start).toBeGreaterThan(last)
      expect(end).toBeGreaterThan(start)
      expect(end).toBeLessThanOrEqual(text.length)
      expect(text.slice(start, end)).not.toMatch(/^\s|\s$/)
      last = end - 1
    }
  }
}

describe('any text', () => {
  const next = chance(1)
  const texts = Array.from({ length: 3000 }, () => randomText(next))

  test('gets a score from 0 to 1, a matching verdict and evidence from its own words', () => {
    for (const text of texts) {
      const grade = gradeAnswer(compiled, text)
      expect(grade.score).toBeGreaterThanOrEqual(0)
      expect(grade.score).toBeLessThanOrEqual(1)
      expect(grade.points.map(({ id }) => id)).toEqual(rubric.points.map(({ id }) => id))
      if (grade.verdict === 'correct') expect(grade.misconceptions).toEqual([])
      if (grade.score === 0) expect(grade.verdict).toBe('incorrect')
      checkSpans(grade, text)
    }
  })

  test('gets the same grade again, in another order and from a newly compiled rubric', () => {
    const again = compileRubric(rubric, { prompt: 'Which router serves web traffic, and when is it done?' })
    const first = texts.map((text) => gradeAnswer(compiled, text))
    const second = texts
      .toReversed()
      .map((text) => gradeAnswer(again, text))
      .toReversed()
    expect(second).toEqual(first)
  })

  test('earns no less with one more right idea in a separate sentence', () => {
    const kind: Rubric = {
      points: rubric.points.map(({ exclusive: _, ...point }) => point),
      groups: { g: { most: 1 } },
    }
    const generous = compileRubric(kind)
    const more = [
      'It is temporary.',
      'After 30 seconds.',
      '512 MB it is.',
      'It binds $PORT.',
      'Use ps:scale.',
      'It never serves.',
    ]
    for (const text of texts.slice(0, 500)) {
      const before = gradeAnswer(generous, text)
      for (const said of more) {
        const after = gradeAnswer(generous, `${text}\n\n${said}`)
        expect(after.score).toBeGreaterThanOrEqual(before.score)
        expect(after.points.filter(({ found }) => found).length).toBeGreaterThan(0)
      }
    }
  })

  test('can be cut anywhere without an error', () => {
    const text =
      'It isn’t e\u0301phémère 👨‍👩‍👧: goes away (30 s) once done, $PORT → `ps:scale web=2` 临时… 1,000 *.herokuapp.com'
    for (let i = 0; i <= text.length; i++) {
      checkSpans(gradeAnswer(compiled, text.slice(0, i)), text.slice(0, i))
      checkSpans(gradeAnswer(compiled, text.slice(i)), text.slice(i))
    }
  })
})

describe('the cost is bounded', () => {
  const hostile: Record<string, string> = {
    'one letter': 'a',
    'one word': 'temporary ',
    'halves of a pattern': 'goes away ',
    'ends of a pattern': 'goes away done ',
    negations: 'not ',
    'commas after a negation': 'not a, b, ',
    misspellings: 'temprary finihsed ',
    numbers: '30 s or ',
    digits: '1',
    'digits and commas': '1,000,',
    'number words': 'hundred and one thousand and ',
    marks: 'e\u0301',
    surrogates: '\ud83d',
    dots: '. ',
    'trailing off': '... ',
    'exclamation marks': 'a!',
    'words and dots': 'ab.',
    'dots only': '.',
    hyphens: 'one-off-',
    code: '$a.b:c=d_',
    Han: '临',
    brackets: '([{',
    apostrophes: "n't'",
    'right-to-left marks': '\u202e\u200f',
    newlines: '\n',
    Hangul: '\u1100\u1161',
  }

  function took(text: string): number {
    const start = performance.now()
    gradeAnswer(compiled, text)
    return performance.now() - start
  }

  /** Returns whether it holds at least once, because other programs can only slow it down. */
  function holdsOnce(holds: () => boolean): boolean {
    return Array.from({ length: 30 }).some(holds)
  }

  test.each(Object.entries(hostile))('%s: under 5 ms at the longest answer, and linear', (_name, piece) => {
    const text = (length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    const [answer, short, long] = [text(maximumAnswerLength), text(longestTextRead / 4), text(longestTextRead)]
    expect(holdsOnce(() => took(answer) < 5)).toBe(true)
    expect(holdsOnce(() => took(long) < Math.max(0.5, took(short)) * 8)).toBe(true)
  })

  test('a text of 10 MB is read only up to the documented limit', () => {
    const start = performance.now()
    const grade = gradeAnswer(compiled, `It is temporary. ${'temporary '.repeat(1_000_000)} $PORT`)
    expect(performance.now() - start).toBeLessThan(1000)
    expect(grade.points.find(({ id }) => id === 'temporary')?.found).toBe(true)
    expect(grade.points.find(({ id }) => id === 'port')?.found).toBe(false)
  })

  test.each<[name: string, pattern: string]>([
    ['a thousand brackets', `${'('.repeat(1000)}a${')'.repeat(1000)}`],
    ['a thousand brackets never closed', '('.repeat(longestPattern)],
    ['nested optional groups', `${'('.repeat(18)}a?${' b)?'.repeat(18)} c`],
    ['alternatives that begin alike', `(${Array(60).fill('a a?').join('|')}) b`],
    ['rows of optional words', `${'a? '.repeat(100)}b`],
    ['dots in a row', `${Array(60).fill('a').join(' ... ')} ... b`],
    ['many in any order', Array(80).fill('a').join(' & ')],
    ['a long word', 'a'.repeat(longestPattern)],
    ['a million letters', 'a'.repeat(1_000_000)],
    ['prefixes', 'a* '.repeat(100)],
    ['unordered within unordered', '((a & b & c & d) x (a & b & c & d)) y ((a & b & c & d) z (a & b & c & d))'],
  ])('%s', (_name, pattern) => {
    const start = performance.now()
    try {
      const hard = compileRubric({ points: [{ id: 'a', label: 'A', says: [pattern] }] })
      gradeAnswer(hard, 'a '.repeat(maximumAnswerLength / 2))
      gradeAnswer(hard, `${'a '.repeat(maximumAnswerLength / 2 - 2)}b c`)
    } catch (error) {
      expect(error).toBeInstanceOf(RubricError)
    }
    expect(performance.now() - start).toBeLessThan(1000)
  })

  test('names that are used many times count once each', () => {
    const synonyms = Object.fromEntries(
      Array.from({ length: 18 }, (_, i) => [`n${i}`, [i === 17 ? 'x y' : `@n${i + 1} @n${i + 1}`]]),
    )
    const start = performance.now()
    const hard = compileRubric({ points: [{ id: 'a', label: 'A', says: ['@n0'] }] }, { synonyms })
    expect(gradeAnswer(hard, 'x y '.repeat(maximumAnswerLength / 4)).score).toBe(0)
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
