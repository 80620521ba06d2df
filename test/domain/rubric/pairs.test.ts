import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import { misconceptionsOf } from '../../../src/domain/rubric/misconceptions-of.ts'
import type { Rubric } from '../../../src/domain/rubric/rubric.ts'

const rollback: Rubric = {
  points: [
    { id: 'standard', label: 'Standard goes back 4 days', about: ['(standard|std)'], says: ['4 day', '4'] },
    { id: 'premium', label: 'Premium goes back a week', about: ['(premium|prem)'], says: ['1 week', '7'] },
  ],
}
const scripts: Rubric = {
  points: [
    { id: 'detect', label: 'Detect says whether it fits', about: ['detect'], says: ['(whether|if)', 'check', 'fits'] },
    { id: 'compile', label: 'Compile does the build', about: ['compile'], says: ['build'] },
    { id: 'release', label: 'Release gives the defaults', about: ['release'], says: ['default'] },
  ],
}
const signals: Rubric = {
  points: [{ id: 'term-first', label: 'First SIGTERM, then SIGKILL', order: ['sigterm', '(sigkill|kill)'] }],
}

function found(rubric: Rubric, text: string): string {
  const { points, misconceptions } = gradeAnswer(compileRubric(rubric), text)
  return [...points.filter((point) => point.found), ...misconceptions].map(({ id }) => id).join(' ')
}

describe('a value counts for its name, in any order and with any punctuation', () => {
  test.each<[text: string]>([
    ['Standard 4 days, Premium a week'],
    ['std = 4 days, prem = 7'],
    ['std: 4; prem: 7'],
    ['4 days on standard and a week on premium'],
    ['7 for premium, 4 for standard'],
    ['Standard: 4 days\nPremium: 7 days'],
    ['Standard (4 days), Premium (7 days)'],
    ['4 days standard 7 days premium'],
    ['standard 4 days premium 7 days'],
    ['standard 4d / premium 7d'],
    ['On Standard you can go back four days. Premium gives you a week.'],
    ['Premium has 7 days whereas standard has only 4'],
    ['standard and premium: 4 and 7 days'],
    ['4 and 7 days for standard and premium respectively'],
    ['standard → 4 days, premium → 1 week'],
    ['4 days / a week'],
    ['Not 7 but 4 days on standard; 7 is for premium'],
  ])('%s', (text) => {
    expect(found(rollback, text)).toBe('standard premium')
  })
})

describe('a name with the value of another name is a mix-up', () => {
  test.each<[text: string, ids: string]>([
    ['Standard 7 days, Premium 4', 'mixed-up-standard mixed-up-premium'],
    ['7 days for standard, 4 for premium', 'mixed-up-standard mixed-up-premium'],
    ['standard and premium: 7 and 4 days', 'mixed-up-standard mixed-up-premium'],
    ['standard and premium: 4 days', 'standard mixed-up-premium'],
    ['standard 4 days, premium too', 'standard'],
    ['4 days', ''],
    ['a week / 4 days', ''],
    ['standard 5 days, premium a week', 'premium'],
  ])('%s: %s', (text, ids) => {
    expect(found(rollback, text)).toBe(ids)
  })

  test.each<[text: string, ids: string]>([
    ['detect says whether it fits, compile does the build, release gives the defaults', 'detect compile release'],
    ['detect: checks the repo; compile: builds; release: defaults', 'detect compile release'],
    ['detect does the build, compile checks it', 'mixed-up-detect mixed-up-compile'],
  ])('%s: %s', (text, ids) => {
    expect(found(scripts, text)).toBe(ids)
  })

  test('a mix-up makes the verdict at best partial and has no other cost', () => {
    const rubric = compileRubric({ ...rollback, full: 1 })
    expect(gradeAnswer(rubric, 'standard and premium: 4 days')).toMatchObject({ score: 1, verdict: 'partial' })
  })

  test('the player sees the label of the name', () => {
    expect(misconceptionsOf(rollback)).toEqual([
      { id: 'mixed-up-standard', tell: 'Standard goes back 4 days' },
      { id: 'mixed-up-premium', tell: 'Premium goes back a week' },
    ])
  })
})

describe('the order of events', () => {
  test.each<[text: string, ids: string]>([
    ['SIGTERM, 30 seconds later SIGKILL', 'term-first'],
    ['SIGTERM and, after 30 seconds, SIGKILL', 'term-first'],
    ['SIGTERM → 30 s → SIGKILL', 'term-first'],
    ['SIGKILL 30 seconds after SIGTERM', 'term-first'],
    ['SIGKILL comes after SIGTERM', 'term-first'],
    ['Before SIGKILL it gets SIGTERM', 'term-first'],
    ['SIGTERM first. Whoever is left gets SIGKILL.', 'term-first'],
    ['SIGKILL, 30 seconds later SIGTERM', 'mixed-up-term-first'],
    ['first SIGKILL, then SIGTERM', 'mixed-up-term-first'],
    ['SIGTERM after SIGKILL', 'mixed-up-term-first'],
    ['SIGTERM', ''],
  ])('%s: %s', (text, ids) => {
    expect(found(signals, text)).toBe(ids)
  })

  test('the wrong order earns at most half, no matter what else was found', () => {
    const named: Rubric = {
      full: 2,
      points: [
        { id: 'term', label: 'SIGTERM', says: ['sigterm'] },
        { id: 'kill', label: 'SIGKILL', says: ['sigkill'] },
        ...signals.points,
      ],
    }
    const graded = (text: string) => gradeAnswer(compileRubric(named), text)
    expect(graded('SIGTERM, then SIGKILL')).toMatchObject({ score: 1, verdict: 'correct' })
    expect(graded('SIGKILL, then SIGTERM')).toMatchObject({ score: 0.5, verdict: 'partial' })
  })
})
