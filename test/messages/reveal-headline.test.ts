import { expect, it } from 'vitest'
import { reveal } from '../../src/messages/reveal.ts'
import { aQuestion } from '../contracts/store/scene.ts'

const figures = { players: 3, correct: 1, pointShares: new Map<string, number>(), best: [] }

function headline(prompt: string): string | undefined {
  const question = { ...aQuestion('one').question, prompt }
  return reveal(question, figures, { roundId: 1, inThread: false, sourceLink: (path) => path }).headline
}

it('names the question, because several may close at once', () => {
  expect(headline('What does `heroku run` start?')).toBe(
    'The answer to “What does heroku run start?” is out: 1 of 3 got it.',
  )
})

it('cuts a long question at a word', () => {
  expect(headline(`What ${'happens then '.repeat(20)}?`)).toMatch(
    /^The answer to “What[^”]{30,54}…” is out: 1 of 3 got it\.$/,
  )
})
