import { describe, expect, it } from 'vitest'
import { findProblems } from '../../../src/domain/packs/find-problems.ts'
import { type LabelledExample, type Question, sortedAnswers } from '../../../src/domain/question.ts'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Rubric } from '../../../src/domain/rubric/rubric.ts'
import { draftRubric } from '../../../src/domain/rubric-draft/draft-rubric.ts'

const prompt = 'Why does bread need to rest before it is baked?'
const answer = 'The yeast needs time to make gas, which lets the dough rise and gives it a light crumb.'
const { rubric, synonyms } = draftRubric({ question: prompt, references: [answer] })

const examples: LabelledExample[] = [
  ...['so the yeast can blow it up with bubbles', 'bubbles need a while to form', 'it grows thanks to bubbles'].map(
    (text) => ({ answer: text, verdict: 'correct' as const }),
  ),
  ...['so it gets bigger', 'because of the yeast, I guess', 'it gets bigger over time'].map((text) => ({
    answer: text,
    verdict: 'partial' as const,
  })),
  ...['to cool the oven', 'so the salt melts', 'so that the oven gets hot'].map((text) => ({
    answer: text,
    verdict: 'incorrect' as const,
  })),
]

const question: Question = {
  ...{ id: 'bread', topic: 'bread', facts: [], difficulty: 'easy', kind: 'why', hint: '', explanation: '' },
  ...{ sources: [], asOf: '', prompt, answer, rubric, examples: [] },
}

function verdictOf(text: string, changes: Partial<Question> = {}): string {
  const asked = { ...question, ...changes }
  const compiled = compileRubric(asked.rubric, { prompt, synonyms, sorted: sortedAnswers(asked) })
  return gradeAnswer(compiled, text).verdict
}

const finished: Rubric = { ...rubric, draft: false }

describe('a drafted rubric', () => {
  it('is marked as a draft until its author removes the mark', () => {
    expect(rubric.draft).toBe(true)
    const text = 'yeast makes gas, so the dough gets light'
    expect(verdictOf(text, { examples, rubric: finished })).toBe(verdictOf(text, { rubric: finished }))
  })

  it('calls a short right answer correct, although its ideas alone would not', () => {
    const short = 'yeast makes gas'
    expect(verdictOf(short, { rubric: finished })).toBe('partial')
    expect(verdictOf(short)).toBe('correct')
  })

  it.each<[text: string, before: string, after: string]>([
    ['it needs a while for bubbles to form', 'incorrect', 'correct'],
    ['the oven has to get hot', 'incorrect', 'incorrect'],
  ])('learns from sorted answers: %s', (text, before, after) => {
    expect([verdictOf(text), verdictOf(text, { examples })]).toEqual([before, after])
  })

  it.each([
    ['to grow', 'correct'],
    ['bigger', 'partial'],
    ['hot', 'incorrect'],
  ])('grades a few words of one sorted answer like that answer: %s', (text, as) => {
    expect(verdictOf(text, { examples })).toBe(as)
  })

  it('grades sorted answers as they were sorted', () => {
    for (const { answer: text, verdict } of examples)
      expect([text, verdictOf(text, { examples })]).toEqual([text, verdict])
  })

  it('learns only if at least two answers of each mark are sorted', () => {
    const few = examples.filter(({ verdict }) => verdict !== 'partial')
    for (const { answer: text } of examples) expect(verdictOf(text, { examples: few })).toBe(verdictOf(text))
  })

  it('grades the model answer as correct, and the prompt, submitted as an answer, as incorrect', () => {
    for (const some of [[], examples]) {
      const asked = { ...question, examples: some }
      const compiled = compileRubric(rubric, { prompt, synonyms, sorted: sortedAnswers(asked) })
      expect(findProblems(asked, synonyms, compiled)).toEqual([])
    }
  })

  it('grades a choice from the question’s own words by the rubric’s ideas', () => {
    const choice = 'Which rises, yeast or salt?'
    const drafted = draftRubric({ question: choice, references: ['Yeast.'] })
    const sorted = [{ answer: 'Yeast.', verdict: 'correct' as const }]
    const compiled = compileRubric(drafted.rubric, { prompt: choice, synonyms: drafted.synonyms, sorted })
    expect(['yeast', 'salt'].map((text) => gradeAnswer(compiled, text).verdict)).toEqual(['correct', 'incorrect'])
  })

  it('accepts no answer with a mistake that its author listed, or without a required idea', () => {
    const text = 'so the yeast can make gas bubbles'
    expect(verdictOf(text, { examples })).toBe('correct')
    const mistake: Rubric = { ...rubric, misconceptions: [{ id: 'bubbles', says: ['bubble'], tell: '-' }] }
    expect(verdictOf(text, { examples, rubric: mistake })).not.toBe('correct')
    const required: Rubric = {
      ...rubric,
      points: rubric.points.map((point) => (point.id === 'crumb' ? { ...point, required: true } : point)),
    }
    expect(verdictOf(text, { examples, rubric: required })).toBe('partial')
  })
})
