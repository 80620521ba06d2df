import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import { editDistance } from '../../../src/domain/rubric/spelling/misspelling.ts'
import { finds } from './found-in.ts'

const yes = true
const no = false

describe('a small misspelling is accepted', () => {
  test.each<[pattern: string, text: string, found: boolean]>([
    ['temporary', 'temprary', yes],
    ['temporary', 'temporarry', yes],
    ['temporary', 'temporery', yes],
    ['temporary', 'tempoarry', yes],
    ['temporary', 'tempory', yes],
    ['temporary', 'tmpry', no],
    ['ephemeral', 'ephermal', yes],
    ['migration', 'migartions', yes],
    ['restart', 'restrating', yes],
    ['router', 'ruoter', yes],
    ['build', 'biuld', yes],
    ['release', 'relese', yes],
    // Two edits are allowed only from nine letters on.
    ['restart', 'restrta', no],
    ['filesystem', 'filesytsm', yes],
    // The first letter must be right.
    ['router', 'outer', no],
    ['scale', 'cscale', no],
    // Words under five letters aren't corrected.
    ['dyno', 'dnyo', no],
    ['node', 'nodde', no],
    ['web', 'wbe', no],
    ['dyno', 'dnyos', yes],
    ['fail', 'the release fials', yes],
    ['roll', 'rolilng back', yes],
    ['stage', 'stagse', yes],
    ['minute', 'a given minte', yes],
    // Real words are never corrected.
    ['node', 'code', no],
    ['list', 'last', no],
    ['test', 'rest', no],
    ['scale', 'stale', no],
    ['route', 'rotate', no],
    ['worker', 'works', no],
    ['release', 'relapse', no],
    ['build', 'guild', no],
    ['crash', 'cache', no],
    ['posted', 'hosted', no],
    ['connection', 'collection', no],
    ['persistent', 'presents', no],
    ['version', 'session', no],
    // Code, numbers, exact words and prefixes are never corrected.
    ['scale', 'ps:scaal', no],
    ['=scale', 'scalle', no],
    ['ephem*', 'epheral', no],
    ['h1200', 'h1220', no],
    ['DATABASE_URL', 'DATABSE_URL', no],
  ])('%s in "%s": %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })

  test('a word of the rubric is never read as a misspelling of another', () => {
    expect(finds('[slugg a] | [slugs b]', 'slugg b')).toBe(no)
  })
})

test('the grade shows how a word was read, once, and only if it counted', () => {
  const rubric = compileRubric({
    points: [
      { id: 'temporary', label: 'Temporary', says: ['temporary'] },
      { id: 'isolated', label: 'Isolated', says: ['isolated container'] },
    ],
  })
  expect(gradeAnswer(rubric, 'Temprary. I said temprary, isolatd').readings).toEqual([
    { read: 'Temprary', as: 'temporary' },
  ])
  expect(gradeAnswer(rubric, 'not temprary').readings).toEqual([])
  const minutes = compileRubric({ points: [{ id: 'minutes', label: 'Minutes', says: ['30 min'] }] })
  expect(gradeAnswer(minutes, 'after 30 mintues').readings).toEqual([{ read: 'mintues', as: 'minutes' }])
})

describe('edits between two words', () => {
  test.each([
    ['restart', 'restart', 0],
    ['restart', 'restrat', 1],
    ['restart', 'restar', 1],
    ['restart', 'restarts', 1],
    ['restart', 'rastart', 1],
    ['restart', 'rstrat', 2],
    ['restart', 'stop', 3],
    ['', 'ab', 2],
  ])('%s, %s: %i', (a, b, edits) => {
    expect(editDistance(a, b, 2)).toBe(edits)
    expect(editDistance(b, a, 2)).toBe(edits)
  })
})
