import { describe, expect, test } from 'vitest'
import { compileRubric, type RubricContext } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Grade, Misconception, Rubric, RubricPoint, Verdict } from '../../../src/domain/rubric/rubric.ts'
import { verdictOf } from '../../../src/domain/rubric/verdict.ts'

function point(id: string, more: Partial<RubricPoint> = {}): RubricPoint {
  return { id, label: id, says: [id], ...more }
}

function misconception(id: string, more: Partial<Misconception> = {}): Misconception {
  return { id, says: [id], tell: `No ${id}.`, ...more }
}

function grade(rubric: Rubric, text: string, context: RubricContext = {}): Grade {
  return gradeAnswer(compileRubric(rubric, context), text)
}

function foundIds({ points }: Grade): string[] {
  return points.filter(({ found }) => found).map(({ id }) => id)
}

describe('the score is the weight found minus the cost of misconceptions, divided by “full”', () => {
  const three: Rubric = { points: [point('alpha'), point('beta', { weight: 2 }), point('gamma')] }
  test.each<[text: string, score: number, verdict: Verdict]>([
    ['', 0, 'incorrect'],
    ['alpha', 0.25, 'partial'],
    ['beta', 0.5, 'partial'],
    ['beta gamma', 0.75, 'partial'],
    ['alpha beta gamma', 1, 'correct'],
  ])('%s', (text, score, verdict) => {
    expect(grade(three, text)).toMatchObject({ score, verdict })
  })

  test('“full” can be less than the sum of all points', () => {
    expect(grade({ ...three, full: 3 }, 'beta gamma')).toMatchObject({ score: 1, verdict: 'correct' })
    expect(grade({ ...three, full: 3 }, 'alpha beta gamma')).toMatchObject({ score: 1, verdict: 'correct' })
  })

  test('two ways to say one idea count once', () => {
    const rubric: Rubric = { points: [point('alpha', { says: ['alpha', 'first'] }), point('beta')] }
    expect(grade(rubric, 'alpha first').score).toBe(0.5)
  })
})

describe('the verdict', () => {
  const facts = { requiredFound: true, misconceived: false }
  test.each<[score: number, facts: { requiredFound: boolean; misconceived: boolean }, verdict: Verdict]>([
    [1, facts, 'correct'],
    [0.8, facts, 'correct'],
    [2.4 / 3, facts, 'correct'],
    [0.79, facts, 'partial'],
    [0.25, facts, 'partial'],
    [0.249, facts, 'incorrect'],
    [0, facts, 'incorrect'],
    [1, { ...facts, requiredFound: false }, 'partial'],
    [1, { ...facts, misconceived: true }, 'partial'],
    [0.1, { ...facts, requiredFound: false }, 'incorrect'],
  ])('%d %o: %s', (score, given, verdict) => {
    expect(verdictOf({ score, ...given })).toBe(verdict)
  })

  test('is at best partial without a required point', () => {
    const rubric: Rubric = { full: 2, points: [point('alpha', { required: true }), point('beta'), point('gamma')] }
    expect(grade(rubric, 'beta gamma')).toMatchObject({ score: 1, verdict: 'partial' })
    expect(grade(rubric, 'alpha gamma')).toMatchObject({ score: 1, verdict: 'correct' })
  })
})

describe('not: evidence in the same clause does not count', () => {
  const rubric: Rubric = { points: [point('temporary', { not: ['temporary (file|directory)'] })] }
  test.each<[text: string, score: number]>([
    ['It is temporary.', 1],
    ['It has a temporary directory.', 0],
    ['It has temporary files and is temporary.', 1],
    ['It has temporary files. It is temporary.', 1],
    ['It has no temporary file and is temporary.', 1],
  ])('%s', (text, score) => {
    expect(grade(rubric, text).score).toBe(score)
  })

  test('the next pattern of the point is tried', () => {
    const two: Rubric = {
      points: [point('temporary', { says: ['temporary', 'short lived'], not: ['temporary file'] })],
    }
    expect(grade(two, 'It is short lived. Temporary files go.').score).toBe(1)
  })
})

describe('a misconception counts only if the answer asserts it', () => {
  const rubric: Rubric = {
    points: [point('s3', { required: true })],
    misconceptions: [
      misconception('dyno', { says: ['on ... dyno'], costs: 3 }),
      misconception('git', { says: ['git'], unless: ['s3'] }),
      misconception('slow', { says: ['slow'], costs: 0 }),
    ],
  }
  test.each<[text: string, verdict: Verdict, ids: string[]]>([
    ['S3; on the dyno they would be gone', 'correct', []],
    ['S3, whereas on the dyno they are lost', 'correct', []],
    ['S3, unlike on a dyno', 'correct', []],
    ['S3 rather than on the dyno', 'correct', []],
    ['S3 instead of on the dyno', 'correct', []],
    ['S3, not on the dyno', 'correct', []],
    ['S3 as opposed to on the dyno', 'correct', []],
    ['We used to put them on the dyno. S3', 'correct', []],
    ['On the dyno? No. S3', 'correct', []],
    ["People put them on the dyno, but that's wrong. S3", 'correct', []],
    ['S3; and logs are on the dyno', 'partial', ['dyno']],
    ['on the dyno', 'incorrect', ['dyno']],
    ['S3, never in git', 'correct', []],
    ['S3, and git has the code', 'correct', []],
    ['git', 'incorrect', ['git']],
    ['S3, but slow', 'correct', ['slow']],
  ])('%s: %s', (text, verdict, ids) => {
    const given = grade(rubric, text)
    expect([given.verdict, given.misconceptions.map(({ id }) => id)]).toEqual([verdict, ids])
  })
})

describe('misconceptions', () => {
  const rubric: Rubric = {
    points: [point('alpha'), point('beta')],
    misconceptions: [
      misconception('serves-web', { says: ['serve web traffic'], not: ['as if'] }),
      misconception('free', { says: ['free'], costs: 0.5 }),
    ],
  }
  test.each<[text: string, score: number, verdict: Verdict, ids: string[]]>([
    ['alpha and beta', 1, 'correct', []],
    ['alpha and beta. It serves web traffic.', 0.5, 'partial', ['serves-web']],
    ['alpha and beta. It does not serve web traffic.', 1, 'correct', []],
    ['alpha and beta. It serves all web traffic and is free', 0.5, 'partial', ['serves-web', 'free']],
    ['alpha and beta as if it would serve web traffic', 1, 'correct', []],
    ['It serves web traffic', 0, 'incorrect', ['serves-web']],
    ['alpha beta, free', 0.75, 'partial', ['free']],
  ])('%s', (text, score, verdict, ids) => {
    const given = grade(rubric, text)
    expect(given).toMatchObject({ score, verdict })
    expect(given.misconceptions.map(({ id }) => id)).toEqual(ids)
  })

  test('include the words that showed them', () => {
    const text = 'It serves all the web traffic.'
    const [found] = grade(rubric, text).misconceptions
    expect(found?.evidence.map(({ start, end }) => text.slice(start, end))).toEqual(['serves all the web traffic'])
  })
})

describe('groups: only a limited number of points in a group count, the heaviest first', () => {
  const rubric: Rubric = {
    points: [
      point('alpha', { group: 'uses' }),
      point('beta', { group: 'uses', weight: 2 }),
      point('gamma', { group: 'uses' }),
      point('delta'),
    ],
    groups: { uses: { most: 2 } },
  }
  test.each<[text: string, score: number]>([
    ['alpha', 0.25],
    ['alpha gamma', 0.5],
    ['alpha beta', 0.75],
    ['alpha beta gamma', 0.75],
    ['alpha gamma delta', 0.75],
    ['alpha beta gamma delta', 1],
  ])('%s', (text, score) => {
    expect(grade(rubric, text).score).toBe(score)
  })

  test('all found points are shown, even those that earn nothing', () => {
    expect(foundIds(grade(rubric, 'gamma beta alpha'))).toEqual(['alpha', 'beta', 'gamma'])
  })
})

describe('exclusive: listing every option earns nothing', () => {
  const rubric: Rubric = {
    full: 1,
    points: [
      point('web', { exclusive: 'type' }),
      point('worker', { exclusive: 'type', weight: 0.1 }),
      point('release', { exclusive: 'type', weight: 0.1 }),
    ],
  }
  test.each<[text: string, ids: string[]]>([
    ['web', ['web']],
    ['worker', ['worker']],
    ['web, worker or release', []],
    ['web or worker', []],
    ['web and not worker', ['web']],
    ['web, not worker and not release', ['web']],
    ['the web one. The web one.', ['web']],
  ])('%s', (text, ids) => {
    expect(foundIds(grade(rubric, text))).toEqual(ids)
  })

  test('"30 or 60 seconds" doesn’t count as an answer', () => {
    const seconds: Rubric = {
      full: 1,
      points: [
        point('right', { says: ['30 s'], exclusive: 'time' }),
        point('other', { says: ['60 s'], exclusive: 'time' }),
      ],
    }
    expect(grade(seconds, '30 or 60 seconds').score).toBe(0)
    expect(grade(seconds, '30 seconds').score).toBe(1)
  })
})

describe('an answer without content earns nothing', () => {
  const prompt = 'What is a one-off dyno, and what would you use one for?'
  const rubric: Rubric = {
    points: [
      point('one-off', { says: ['one-off dyno'] }),
      point('use'),
      point('temporary'),
      point('know', { says: ['know', 'idea'] }),
    ],
  }
  test.each<[text: string]>([
    [''],
    ['   \n\t'],
    ['?'],
    ['🤷'],
    ['👍🏽👨‍👩‍👧'],
    ['idk'],
    ["I don't know"],
    ['no idea'],
    ['\u200b'],
    ['a'],
    ['the'],
    [prompt],
    [prompt.toLowerCase().replace('?', '')],
    ['what is a one off dyno'],
    ['What is a one-off dyno? idk'],
    [`${prompt} ${prompt}`],
    ['use a one-off dyno'],
  ])('%s', (text) => {
    expect(grade(rubric, text, { prompt })).toMatchObject({ score: 0, verdict: 'incorrect', misconceptions: [] })
  })

  test('an answer may still begin with the question and use its words', () => {
    expect(foundIds(grade(rubric, `${prompt} It is temporary.`, { prompt }))).toEqual(['temporary'])
    expect(foundIds(grade(rubric, 'A one-off dyno is temporary.', { prompt }))).toEqual(['one-off', 'temporary'])
  })

  test.each<[prompt: string, text: string, score: number]>([
    ['Which dyno type gets web traffic?', 'web', 1],
    ['Which dyno type gets web traffic?', 'the web type', 1],
    ['Which dyno type gets web traffic?', 'which dyno type gets web traffic', 0],
    ['Which gets traffic from the router: web or worker dynos?', 'web dynos', 1],
    ['Which gets traffic from the router: web or worker dynos?', 'web dynos get traffic from the router', 1],
    ['Which gets traffic from the router: web or worker dynos?', 'web or worker dynos get traffic from the router?', 0],
  ])('%s %s', (question, text, score) => {
    expect(grade({ points: [point('web')] }, text, { prompt: question }).score).toBe(score)
  })
})
