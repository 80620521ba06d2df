import { describe, expect, it } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import { indexTerms, likenessTo, placeOf } from '../../../src/domain/rubric/precedents/likeness.ts'
import { compilePrecedents, type SortedAnswer } from '../../../src/domain/rubric/precedents/precedents.ts'
import type { Rubric } from '../../../src/domain/rubric/rubric.ts'

const rubric: Rubric = {
  points: [
    { id: 'restart', label: 'The dynos restart', says: ['restart | reboot | bounce'] },
    { id: 'release', label: 'A new release is made', says: ['release | version'] },
  ],
}

const right = [
  'a new release is made and the dynos restart',
  'new release plus restart of all dynos',
  'it creates a release, then every dyno reboots',
  'the app restarts with a new release',
  'release v13 and a restart',
  'dynos get bounced and there is a new version',
  'heroku restarts the dynos and adds a release',
  'a release with the new value, dynos restart with it',
]
const half = [
  'a new release is made and the slug is built again',
  'release and restart, and the slug is compiled again',
  'it restarts and rebuilds the slug in a new release',
  'the dynos restart in a new release after another build',
  'new release, restart, and the code is built once more',
  'restart and release, it compiles everything again',
  'the dynos restart',
  'just a new release',
]
const wrong = [
  'nothing happens until the next deploy',
  'the value is read at the next deploy',
  'you have to push again',
  'only new dynos see it',
  'it is written to a file in the repo',
  'the database gets it',
  'nothing, you deploy to get it',
  'the build starts again',
]

const sorted: SortedAnswer[] = [
  ...right.map((answer) => ({ answer, verdict: 'correct' as const })),
  ...half.map((answer) => ({ answer, verdict: 'partial' as const })),
  ...wrong.map((answer) => ({ answer, verdict: 'incorrect' as const })),
]

describe('answers that people have sorted', () => {
  const alone = compileRubric(rubric)
  const beside = compileRubric(rubric, { sorted })

  it('lower a verdict if a right answer also has a wrong claim that isn’t in the rubric', () => {
    const text = 'a release is made, the dynos restart, and the slug is built again'
    expect(gradeAnswer(alone, text)).toMatchObject({ verdict: 'correct', score: 1 })
    expect(gradeAnswer(beside, text)).toMatchObject({ verdict: 'partial', score: 0.5, alike: 'lowered' })
  })

  it.each(['the dynos restart and a new release is made', 'a new version, and all dynos reboot'])(
    'don’t change answers that people call right: %s',
    (text) => {
      expect(gradeAnswer(beside, text)).toEqual(gradeAnswer(alone, text))
    },
  )

  it('don’t change the findings, and aren’t mentioned if the verdict stays the same', () => {
    const text = 'nothing happens until you deploy'
    expect(gradeAnswer(beside, text)).toEqual(gradeAnswer(alone, text))
    const lowered = gradeAnswer(beside, 'a release is made, the dynos restart, and the slug is built again')
    expect(lowered.points.every(({ found }) => found)).toBe(true)
  })

  it.each(['', '!!!', 'it is', 'the '.repeat(2000), 'restart '.repeat(500)])('don’t affect %j', (text) => {
    expect(gradeAnswer(beside, text)).toEqual(gradeAnswer(alone, text))
  })

  it('never move a verdict by more than one step, no matter what the rubric finds in the sorted words', () => {
    const steps = { incorrect: 0, partial: 1, correct: 2 }
    for (const { answer } of sorted) {
      const [before, after] = [gradeAnswer(alone, answer), gradeAnswer(beside, answer)]
      expect(Math.abs(steps[before.verdict] - steps[after.verdict])).toBeLessThanOrEqual(1)
    }
  })

  it.each([
    ['fewer than two dozen', sorted.slice(1)],
    ['all right', Array.from({ length: 40 }, (_, i) => ({ answer: `restart ${i}`, verdict: 'correct' as const }))],
    ['none', []],
  ])('aren’t used if they are %s', (_why, few) => {
    expect(compilePrecedents(few)).toBeUndefined()
  })
})

describe('the similarity of two texts', () => {
  const index = indexTerms([
    [1, 2, 3],
    [1, 4],
    [5, 5, 6],
  ])
  const likeAll = (...terms: number[]): number[] => {
    const like = new Float32Array(index.size)
    const places = terms.map((term) => placeOf(index, term))
    const scale = likenessTo(index, places, like)
    return Array.from(like, (one) => one * scale)
  }

  it('is 1 for the same terms, less for some of them, and 0 for none', () => {
    const [same = 0, some = 0, none] = likeAll(3, 2, 1)
    expect(same).toBeCloseTo(1)
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(0.5)
    expect(none).toBe(0)
  })

  it('ignores terms that neither text has', () => {
    expect(likeAll(1, 4, 99)[1]).toBeCloseTo(1)
    expect(likeAll(99)).toEqual([0, 0, 0])
  })
})
