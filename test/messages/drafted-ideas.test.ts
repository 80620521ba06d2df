import { expect, it } from 'vitest'
import { compileRubric } from '../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import { missingIdeas } from '../../src/domain/rubric/match/missing-ideas.ts'
import type { Rubric } from '../../src/domain/rubric/rubric.ts'
import { practiceFeedback } from '../../src/messages/practice.ts'
import { reveal } from '../../src/messages/reveal.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { plainMessage } from '../kit/people/plain-message.ts'

const points: Rubric['points'] = [
  { id: 'monday', label: 'monday', says: ['monday'] },
  { id: 'monday-or-near', label: 'monday, or near it', says: ['monday|weekday'] },
  { id: 'noon', label: 'noon', says: ['noon'] },
  { id: 'noon-or-near', label: 'noon, or near it', says: ['noon|midday'] },
]
const drafted: Rubric = { draft: true, points }
const edited: Rubric = { points }

const figures = {
  players: 2,
  correct: 1,
  pointShares: new Map([
    ['monday', 0.5],
    ['monday-or-near', 1],
    ['noon', 0],
    ['noon-or-near', 0],
  ]),
  best: [],
}

function asked(rubric: Rubric) {
  return { ...aQuestion('one').question, rubric, answer: 'On Monday at noon.' }
}

function revealed(rubric: Rubric): string {
  return plainMessage(reveal(asked(rubric), figures, { roundId: 1, inThread: false, sourceLink: (path) => path }))
}

function practiced(rubric: Rubric, text: string): string {
  const grade = { ...gradeAnswer(compileRubric(rubric), text), verdict: 'partial' as const }
  return plainMessage(practiceFeedback({ question: asked(rubric), grade, text }))
}

it('for a drafted rubric, a reveal shows the model answer, but doesn’t list the rubric’s single words', () => {
  expect(revealed(drafted)).toContain('On Monday at noon.')
  expect(revealed(drafted)).toContain('2 answered, 1 got it')
  expect(revealed(drafted)).not.toContain('got this')
})

it('a reveal shows an idea once, although a draft had one point for the word and one for words near it', () => {
  expect(revealed(edited)).toContain('- monday (100% got this)\n- noon (0% got this)\n')
  expect(revealed(edited)).not.toContain('near it')
})

it('practice names each missing idea once, and no single words of a draft', () => {
  expect(practiced(edited, 'on a Monday')).toContain('Not in your answer:\n- noon\n>')
  expect(practiced(drafted, 'on a Monday')).not.toContain('Not in your answer')
})

it('the same words are quoted once, and adjacent words count as one missing idea', () => {
  expect(practiced(drafted, 'on a Monday').match(/Found/g)).toHaveLength(1)
  expect(missingIdeas(drafted, gradeAnswer(compileRubric(drafted), 'on a Monday'))).toBe(1)
})
