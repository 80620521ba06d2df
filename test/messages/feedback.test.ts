import { describe, expect, it } from 'vitest'
import { compileRubric } from '../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import type { Rubric } from '../../src/domain/rubric/rubric.ts'
import { tellingReadings } from '../../src/domain/rubric/telling-readings.ts'
import { feedback } from '../../src/messages/feedback.ts'
import { hintFor, hintHelp } from '../../src/messages/notes.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { plainMessage } from '../kit/people/plain-message.ts'

const rubric: Rubric = {
  points: [
    { id: 'temporary', label: 'It is temporary', says: ['temporary'] },
    { id: 'admin', label: 'It is for admin tasks', says: ['(admin|maintenance) task', 'migration'] },
    { id: 'apart', label: 'It runs apart', says: ['(apart|separate)'] },
    { id: 'command', label: 'It runs one command', says: ['one command'] },
  ],
  misconceptions: [{ id: 'web', says: ['serve & traffic'], tell: 'Only `web` dynos get traffic.' }],
}
const question = { ...aQuestion('one').question, difficulty: 'medium', rubric } as const
const compiled = compileRubric(rubric)

type Told = Partial<Parameters<typeof feedback>[0]>

function told(text: string, changed: Told = {}): ReturnType<typeof feedback> {
  const grade = gradeAnswer(compiled, text)
  const points = changed.points ?? Math.round(grade.score * 20)
  return feedback({
    question,
    text,
    grade: { ...grade, readings: tellingReadings(compiled, text, grade.readings) },
    points,
    total: points,
    before: [],
    hint: false,
    attempt: 1,
    attempts: 2,
    attemptsLeft: 1,
    answerId: 7,
    roundId: 3,
    closed: false,
    offersReminder: false,
    ...changed,
  })
}

describe('feedback', () => {
  it('shows every idea of a right answer with the player’s words', () => {
    const text = 'A temporary dyno, apart from the others, for one command such as a migration'
    expect(plainMessage(told(text))).toMatchInlineSnapshot(`
      "✓ That’s right. +20 of 20.
      (What about one?)
      > A temporary dyno, apart from the others, for one command such as a migration
      - Found: “temporary”
      - Found: “migration”
      - Found: “apart”
      - Found: “one command”
      (The model answer is posted when the question closes.)
      [Share: share:3]"
    `)
  })

  it('shows how much a partial answer misses, and how much the next try can add', () => {
    expect(plainMessage(told('something temporray'))).toMatchInlineSnapshot(`
      "◐ Partly right. +5 of 20.
      (What about one?)
      > something temporray
      - Found: “temporray”
      3 key ideas are still missing.
      (I read “temporray” as “temporary”.)
      (This was try 1 of 2. Anything you add on a later try counts half.)
      [Try again: answer:3] [Dispute: dispute:7]"
    `)
  })

  it('corrects a wrong aside in a friendly way', () => {
    const text = 'temporary, for one command, apart, for admin tasks. It serves web traffic'
    expect(plainMessage(told(text))).toMatchInlineSnapshot(`
      "◐ Partly right. +15 of 20.
      (What about one?)
      > temporary, for one command, apart, for admin tasks. It serves web traffic
      - Found: “temporary”
      - Found: “admin tasks”
      - Found: “apart”
      - Found: “one command”
      All the key ideas are there.
      “serves web traffic” isn’t right. Only web dynos get traffic.
      (Mistakes cost points.)
      (This was try 1 of 2. Anything you add on a later try counts half.)
      [Try again: answer:3] [Dispute: dispute:7]"
    `)
  })

  it('marks the words it found in the player’s own answer', () => {
    expect(told('A temporary dyno for *one* command').blocks).toContainEqual({
      kind: 'quote',
      text: ['A ', { bold: 'temporary' }, ' dyno for *', { bold: 'one* command' }],
    })
  })

  it('cuts a long answer, and marks only what is shown', () => {
    const text = `temporary ${'and so on '.repeat(60)} one command`
    const quote = told(text).blocks.find(({ kind }) => kind === 'quote')
    expect(quote).toMatchObject({ text: [{ bold: 'temporary' }, expect.stringMatching(/^ and so .*…$/)] })
  })

  it.each<[what: string, text: string, says: string]>([
    ['nothing right', 'no idea', 'None of the key ideas yet.'],
    ['one of four', 'temporary', '3 key ideas are still missing.'],
    ['three of four', 'temporary, apart, for one command', 'One key idea is still missing.'],
    [
      'everything and something wrong',
      'temporary, apart, for one command and admin tasks. It serves traffic',
      'All the key ideas are there.',
    ],
  ])('counts the ideas that are missing from %s', (_what, text, says) => {
    expect(plainMessage(told(text)).split('\n')).toContain(says)
  })

  it('shows which idea a right answer lacks for full points', () => {
    const easy: Rubric = { ...rubric, full: 3.5 }
    const grade = { ...gradeAnswer(compileRubric(easy), 'temporary, apart, for one command'), readings: [] }
    expect(grade.verdict).toBe('correct')
    expect(
      plainMessage(told('temporary, apart, for one command', { question: { ...question, rubric: easy }, grade })),
    ).toContain('One more key idea would make it complete.')
  })

  it.each<[what: string, changed: Told, headline: string, why: string | undefined]>([
    ['a first try', { points: 10 }, '+10 of 20.', undefined],
    ['a second try', { points: 5, total: 10, before: [0.25] }, '+5 of 20, 10 in all.', 'A second try counts half.'],
    ['a third try', { points: 5, total: 10, before: [0, 0.25] }, '+5 of 20, 10 in all.', 'A third try counts half.'],
    ['a first try after a hint', { points: 8, hint: true }, '+8 of 20.', 'The hint cost a quarter.'],
    [
      'a second try after a hint',
      { points: 4, total: 9, before: [0.25], hint: true },
      '+4 of 20, 9 in all.',
      'A second try counts half and the hint cost a quarter.',
    ],
    [
      'a second try that is no better',
      { points: 0, total: 10, before: [0.5] },
      '+0 of 20, 10 in all.',
      'This adds nothing to your best try.',
    ],
  ])('explains the points of %s', (_what, changed, headline, why) => {
    const message = told('temporary, for one command', changed)
    expect(message.summary).toBe(`◐ Partly right. ${headline}`)
    const notes = plainMessage(message).match(/^\(.*\)$/gm)
    expect(notes).toEqual([
      '(What about one?)',
      ...(why ? [`(${why})`] : []),
      '(This was try 1 of 2. Anything you add on a later try counts half.)',
    ])
  })

  it.each<[what: string, changed: Told, next: string]>([
    ['closed', { closed: true }, 'This question has closed. The model answer is in its thread.'],
    [
      'no try left',
      { attempt: 2, attemptsLeft: 0 },
      'This was try 2 of 2. The model answer is posted when the question closes.',
    ],
    [
      'the first of three tries',
      { attempts: 3, attemptsLeft: 2 },
      'This was try 1 of 3. Anything you add on a later try counts half.',
    ],
    [
      'the first try, graded after the second one was sent',
      { attemptsLeft: 0 },
      'This was try 1 of 2. The model answer is posted when the question closes.',
    ],
    [
      'the only try',
      { attempts: 1, attemptsLeft: 0 },
      'This was your only try. The model answer is posted when the question closes.',
    ],
  ])('explains what comes next: %s', (_what, changed, next) => {
    expect(plainMessage(told('temporary', changed))).toContain(`(${next})`)
  })

  it.each<[text: string, read: string | undefined]>([
    ['something temporray', 'I read “temporray” as “temporary”.'],
    ['temporray, yes temporary', undefined],
    ['a brid', undefined],
  ])('shows how a misspelled word was read only if that changed the result: %s', (text, read) => {
    const line = /I read .*\./.exec(plainMessage(told(text)))?.[0]
    expect(line).toBe(read)
  })
})

describe('a hint', () => {
  it('shows its cost before and after', () => {
    expect(hintHelp).toBe('A hint for the open question. It costs a quarter of what your next answers earn.')
    expect(plainMessage(hintFor('Think.', 'paid'))).toContain('earn three quarters of their points')
    expect(plainMessage(hintFor('Think.', 'again'))).toContain('costs nothing more')
  })
})

describe('the news about an answer, such as a streak or a new rank', () => {
  it.each<[string, Told, string | undefined, boolean]>([
    ['nothing new', {}, undefined, false],
    ['the first day of a streak', { streak: { days: 1 } }, undefined, false],
    ['one more day', { streak: { days: 4 } }, '🔥 4 question days in a row.', false],
    ['a milestone', { streak: { days: 7, milestone: 7 } }, '🔥 Seven question days in a row.', true],
    ['a first right answer', { firstRight: true }, '🎉 Your first right answer here!', true],
    ['the first place', { newRank: 1 }, '🏆 You’re in first place among this week’s players.', true],
    ['a better place', { newRank: 3 }, '▲ You moved up to place 3 among this week’s players.', false],
  ])('%s', (_what, moments, line, celebrates) => {
    const message = told('A temporary thing', moments)
    if (line) expect(plainMessage(message)).toContain(line)
    else expect(plainMessage(message)).not.toMatch(/[🔥🎉🏆▲]/u)
    expect(message.celebrates ?? false).toBe(celebrates)
    expect(message.verdict).toBe('partial')
  })
})
