import { existsSync, readFileSync } from 'node:fs'
import dictionary from 'dictionary-en'
import nspell from 'nspell'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { questionFileSchema, readBankWithExamples } from '../../src/adapters/question-files/index.ts'
import { checkBank } from '../../src/domain/check-bank.ts'
import { checkQuestion } from '../../src/domain/check-question.ts'
import { sortedAnswers } from '../../src/domain/question.ts'
import { compileRubric } from '../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import { fieldTerms } from './field-terms.ts'

const { bank, problems } = await readBankWithExamples('questions')
const questions = bank.map(({ question }) => question)
const facts = parse(readFileSync('questions/facts.yaml', 'utf8')) as { id: string; sure: boolean | string }[]

const aboutSomethingElse = [
  'pizza is better with cheese',
  'my cat sleeps on the sofa all day',
  'the weather is nice today',
  'lorem ipsum dolor sit amet',
  'bananas are yellow and sweet',
  'I like to go swimming in summer',
  'we won the match three to one',
  'she bought a new red bicycle',
  'please pass the salt',
  'asdf qwer zxcv',
  'football is the best sport',
  'my grandmother bakes bread on sundays',
]

describe('the bank', () => {
  it('has enough questions for a working year', () => {
    expect(questions.length).toBeGreaterThanOrEqual(260)
  })

  it('has at least ten questions, two working weeks, in every topic', () => {
    const topics = Map.groupBy(questions, ({ topic }) => topic)
    expect([...topics].filter(([, all]) => all.length < 10).map(([topic]) => topic)).toEqual([])
  })

  it('is about 40 % easy, 40 % medium, 20 % hard, with all three kinds', () => {
    const share = (has: (question: (typeof questions)[number]) => boolean): number =>
      questions.filter(has).length / questions.length
    expect(share(({ difficulty }) => difficulty === 'easy')).toBeCloseTo(0.4, 0.8)
    expect(share(({ difficulty }) => difficulty === 'medium')).toBeCloseTo(0.4, 0.8)
    expect(share(({ difficulty }) => difficulty === 'hard')).toBeCloseTo(0.2, 0.8)
    for (const kind of ['recall', 'why', 'scenario']) expect(share((one) => one.kind === kind)).toBeGreaterThan(0.15)
  })

  it('has labeled examples that can be read, for questions that exist', () => {
    expect(problems).toEqual([])
  })

  it.each(Object.entries(Object.groupBy(bank, ({ question }) => question.topic)))(
    'grades every example of %s as labeled, the model answers as correct and the prompts as incorrect',
    (_topic, versions = []) => {
      const checks = versions.map(({ question, synonyms }) => checkQuestion(question, synonyms))
      expect(
        checks.flatMap(({ id, misgraded, problems }) => (misgraded.length + problems.length > 0 ? [id] : [])),
      ).toEqual([])
    },
  )

  it('gives no points for texts about something else, except for one in two hundred whose words happen to match', () => {
    const grades = bank.flatMap(({ question, synonyms }) => {
      const { rubric, prompt } = question
      const compiled = compileRubric(rubric, { prompt, synonyms, sorted: sortedAnswers(question) })
      return aboutSomethingElse.map((text) => gradeAnswer(compiled, text).verdict)
    })
    expect(grades.filter((verdict) => verdict !== 'incorrect').length).toBeLessThan(grades.length / 200)
  })

  it('rarely gives points for the hint, for a word or two, or for another question’s answer', () => {
    const fillers = [
      'one',
      'the app',
      'because',
      'everything',
      'because Heroku says so',
      '1',
      'something',
      'x',
      'a file',
    ]
    const graded = bank.map(({ question, synonyms }, at) => {
      const { rubric, prompt, hint } = question
      const compiled = compileRubric(rubric, { prompt, hint, synonyms, sorted: sortedAnswers(question) })
      const verdictOf = (text: string) => gradeAnswer(compiled, text).verdict
      return {
        hint: verdictOf(hint),
        fillers: fillers.map(verdictOf),
        others: [97, 200].map((ahead) => verdictOf(bank[(at + ahead) % bank.length]?.question.answer ?? '')),
      }
    })
    expect(graded.filter(({ hint }) => hint !== 'incorrect').length).toBeLessThan(bank.length / 20)
    const earning = graded.flatMap((one) => one.fillers).filter((verdict) => verdict !== 'incorrect')
    expect(earning.length).toBeLessThan((bank.length * fillers.length) / 50)
    const right = graded.flatMap(({ others }) => others).filter((verdict) => verdict === 'correct')
    expect(right.length).toBeLessThan((bank.length * 2) / 50)
  })

  it('has at least eight labeled examples of more than one kind for every question', () => {
    const few = questions.filter(
      ({ examples }) => examples.length < 8 || new Set(examples.map(({ verdict }) => verdict)).size < 2,
    )
    expect(few.map(({ id }) => id)).toEqual([])
  })

  it('has no duplicates, and no texts that are too long or too short', () => {
    expect(checkBank(bank)).toEqual([])
  })

  it('has a question for every sure fact, and no question refers to an unlisted fact', () => {
    const known = new Set(facts.map(({ id }) => id))
    const taught = new Set(questions.flatMap((question) => question.facts))
    expect([...taught].filter((id) => !known.has(id))).toEqual([])
    expect(facts.filter(({ id, sure }) => sure !== 'recheck' && !taught.has(id)).map(({ id }) => id)).toEqual([])
    expect(questions.filter((question) => question.facts.length === 0).map(({ id }) => id)).toEqual([])
  })

  it('points only to paths that exist', () => {
    const missing = questions.filter(({ app }) => app !== undefined && !existsSync(app))
    expect(missing.map(({ id, app }) => `${id}: ${app}`)).toEqual([])
  })

  it('has a schema for editors that matches what the reader accepts', () => {
    const kept: unknown = JSON.parse(readFileSync('questions/question.schema.json', 'utf8'))
    expect(kept, 'npm run -s quiz -- questions schema > questions/question.schema.json').toEqual(questionFileSchema())
  })

  it('is spelled correctly', () => {
    const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) })
    const wrong = questions.flatMap(({ id, prompt, hint, answer, explanation }) =>
      wordsOf([prompt, hint, answer, explanation].join(' '))
        .filter(
          (word) =>
            !fieldTerms.has(word.toLowerCase()) && !speller.correct(word) && !speller.correct(word.toLowerCase()),
        )
        .map((word) => `${id}: ${word}`),
    )
    expect(wrong).toEqual([])
  })
})

/** The words of prose, without code, addresses and possessive endings. */
function wordsOf(text: string): string[] {
  const plain = text.replace(/`[^`]*`|https?:\S+/g, ' ').replaceAll('’', "'")
  return (plain.match(/[A-Za-z][A-Za-z']+/g) ?? [])
    .map((word) => word.replace(/'s?$/, ''))
    .filter((word) => word.length > 1)
}
