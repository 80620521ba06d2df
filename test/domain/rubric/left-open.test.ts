import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'

const rubric = compileRubric({
  points: [
    { id: 'restart', label: 'It restarts', says: ['restart'] },
    { id: 'logs', label: 'It logs', says: ['log'] },
  ],
})

describe('an answer that admits to leaving a part open is at best partial', () => {
  test.each([
    ['it restarts and logs, don’t know which command', 'don’t know'],
    ['It restarts and logs. I dont remember what exactly.', 'dont remember'],
    ['restart + log, idk how', 'idk'],
    ['It restarts and logs something, I forgot its name', 'forgot its name'],
    ['restarts and logs, forgot which', 'forgot which'],
    ['It restarts and logs, but I’m not 100% sure how', 'not 100% sure'],
    ['restarts, logs - no idea where', 'no idea'],
    ['It restarts and logs. I really can’t recall more', 't recall'],
    ['it restarts and logs, I’d google it', 'google it'],
    ['It logs and restarts. I would look that up.', 'look that up'],
  ])('%s', (text, words) => {
    const grade = gradeAnswer(rubric, text)
    expect([grade.verdict, grade.score]).toEqual(['partial', 0.7])
    const [gap] = grade.misconceptions
    expect(gap?.id).toBe('left-open')
    expect(text.slice(gap?.evidence[0]?.start, gap?.evidence[0]?.end)).toContain(words)
  })
})

describe('a remark about what others don’t know, a guess, or a modest phrase costs nothing', () => {
  test.each([
    'dynos restart and log, and don’t know each other',
    'it restarts and logs because the router has no idea what runs',
    'You forgot to log; restart it',
    'forgot the worker dynos: restart them and log',
    'It’s not sure to log, so restart',
    'I think it restarts and logs',
    'maybe it restarts and logs',
    'not sure the thing ever logs, so restart',
    'it restarts and logs whatever you forgot to commit',
    'Restart it and log. Heroku can’t remember sessions',
    'no doubt it restarts and logs',
  ])('%s', (text) => {
    expect(gradeAnswer(rubric, text).misconceptions).toEqual([])
    expect(gradeAnswer(rubric, text).verdict).toBe('correct')
  })
})

test('the feedback doesn’t mention the open part if the answer is partial anyway', () => {
  expect(gradeAnswer(rubric, 'it restarts, don’t know more').misconceptions).toEqual([])
})
