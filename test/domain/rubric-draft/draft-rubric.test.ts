import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import { draftRubric } from '../../../src/domain/rubric-draft/draft-rubric.ts'
import type { Thesaurus } from '../../../src/domain/rubric-draft/thesaurus.ts'

const bulb = {
  question: 'Why was bulb C off?',
  references: ['Bulb C was not in a closed path.', 'There was a gap in the circuit of the battery.'],
}

function score(draft: { question: string; references: string[] }, answer: string, thesaurus?: Thesaurus): number {
  const { rubric, synonyms } = draftRubric(draft, thesaurus)
  return gradeAnswer(compileRubric(rubric, { synonyms }), answer).score
}

function ids(references: string[], question = ''): string[] {
  return draftRubric({ question, references }).rubric.points.map((point) => point.id)
}

describe('the words that become points', () => {
  test.each<[string, string, string[]]>([
    [
      'each word that says something, and each two side by side',
      'An isolated container',
      ['isolated', 'container', 'isolated-container'],
    ],
    ['a word once', 'Path after path', ['path', 'after', 'path-after', 'after-path']],
    ['a denied word, in any order', 'Not closed paths', ['not-closed', 'not-paths']],
    ['the letter that names a thing', 'The bulb B', ['bulb', 'b', 'bulb-b']],
    ['numbers', 'Within 60 s', ['within', '60', 's', 'within-60', '60-s']],
    ['yes or no', 'No, string insulates', ['string', 'insulates', 'string-insulates', 'answers-no']],
    ['words of any script', 'Динамо 临', ['idea', 'idea-2', 'idea-3']],
    ['nothing of nothing', 'It is what it is.', []],
  ])('%s', (_, reference, expected) => expect(ids([reference])).toEqual(expected))
})

describe('a draft', () => {
  test('gives each of its model answers the full score', () => {
    for (const reference of bulb.references) expect(score(bulb, reference)).toBe(1)
  })

  test.each<[string, string, string]>([
    ['the opposite of a denial', 'Bulb C was not in a closed path', 'Bulb C was in a closed path'],
    ['one idea of several', 'a gap in the circuit', 'a circuit'],
    ['the words of the question', 'a gap', 'bulb C was off'],
    ['the words in disorder', 'a gap in the circuit', 'the circuit in a gap'],
  ])('gives less for %s', (_, better, worse) => expect(score(bulb, better)).toBeGreaterThan(score(bulb, worse)))

  test('uses the best matching model answer', () => {
    const third = { ...bulb, references: ['Its switch is open.', ...bulb.references] }
    expect(score(third, 'There was a gap in the circuit of the battery.')).toBe(1)
    expect(score(third, 'Its switch is open.')).toBe(1)
  })

  test('requires more of an answer if the question asks for more', () => {
    const references = ['A dyno is an isolated virtualized container.']
    const one = score({ question: 'Describe it.', references }, 'an isolated thing')
    expect(score({ question: 'What is it? What is it for?', references }, 'an isolated thing')).toBeLessThan(one)
  })
})

describe('with a thesaurus', () => {
  const thesaurus: Thesaurus = (word) => ({
    derived: word === 'separated' ? ['separation'] : [],
    near: word === 'separated' ? ['apart', 'cut off'] : [],
    opposite: word === 'separated' ? ['connected'] : [],
  })
  const draft = { question: '', references: ['separated by gaps and switches'] }

  test.each([
    ['a derived word counts as the word', 'separation', 'separated'],
    ['a denied opposite counts as a near word', 'not connected', 'apart'],
    ['so do several words', 'cut off', 'apart'],
  ])('%s', (_, one, other) => expect(score(draft, one, thesaurus)).toBe(score(draft, other, thesaurus)))

  test('a related word counts less than the word itself, and more than any other word', () => {
    const [same = 0, near = 0, other = 0] = ['separated', 'apart', 'else'].map((word) => score(draft, word, thesaurus))
    expect(same).toBeGreaterThan(near)
    expect(near).toBeGreaterThan(other)
  })

  test('the opposite of a negated idea is related to it', () => {
    const denied = { question: '', references: ['not separated by gaps'] }
    expect(score(denied, 'connected', thesaurus)).toBeGreaterThan(0)
    expect(score(denied, 'separated', thesaurus)).toBe(0)
  })
})
