import { expect, test } from 'vitest'
import { compileRubric } from '../../../../src/domain/rubric/compile-rubric.ts'
import { draftRubric } from '../../../../src/domain/rubric/draft/draft-rubric.ts'
import { gradeAnswer } from '../../../../src/domain/rubric/grade-answer.ts'

const question = 'Why was bulb C off?'
const references = ['Bulb C was not in a closed path.']

test('the ideas of a model answer become points, without the words of the question', () => {
  expect(draftRubric({ question, references }).points.map((point) => point.id)).toEqual(['closed', 'path'])
})

test('a draft grades the model answer it was made from as correct', () => {
  const compiled = compileRubric(draftRubric({ question: 'What is a dyno?', references: ['An isolated container.'] }))
  expect(gradeAnswer(compiled, 'An isolated container.').verdict).toBe('correct')
})

test('a model answer of only the words of the question still gives points', () => {
  const { points } = draftRubric({ question: 'Is it the router or the dyno?', references: ['the router'] })
  expect(points.map((point) => point.id)).toEqual(['router'])
})
