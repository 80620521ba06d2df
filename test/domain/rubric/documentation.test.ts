import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Rubric } from '../../../src/domain/rubric/rubric.ts'

const page = readFileSync(new URL('../../../docs/rubric.md', import.meta.url), 'utf8')

test('the worked example of docs/rubric.md gives the documented result', () => {
  const rubric: Rubric = parse(/```yaml\n(.*?)```/s.exec(page)?.[1] ?? '')
  const answer = /^> (.+)$/m.exec(page)?.[1] ?? ''
  const compiled = compileRubric(rubric, { synonyms: { ephemeral: ['ephemeral', 'temporary'] } })
  const grade = gradeAnswer(compiled, answer)
  expect(grade).toMatchObject({ score: 1, verdict: 'correct', misconceptions: [] })
  expect(grade.readings).toEqual([{ read: 'temprary', as: 'temporary' }])
  const quotes = grade.points.map(({ id, evidence }) => [
    id,
    ...evidence.map(({ start, end }) => answer.slice(start, end)),
  ])
  expect(quotes).toEqual([
    ['temporary', 'temprary'],
    ['migrations', 'migration'],
    ['console'],
    ['one-command', 'heroku run'],
  ])
})

test('the table about negation in docs/rubric.md is correct', () => {
  const rows = [...page.matchAll(/^\| ([A-Z][^|]+?) \|([a-z0-9, ]*)\|([a-z, ]*)\| [^|]+\|$/gm)]
  expect(rows.length).toBe(19)
  for (const [, answer = '', counts = '', denied = ''] of rows) {
    for (const [words, found] of [
      [counts, true],
      [denied, false],
    ] as const) {
      for (const word of words
        .trim()
        .split(', ')
        .filter((each) => each !== '')) {
        const compiled = compileRubric({ points: [{ id: 'only', label: 'Only', says: [word] }] })
        expect({ answer, word, found: gradeAnswer(compiled, answer).score === 1 }).toEqual({ answer, word, found })
      }
    }
  }
})
