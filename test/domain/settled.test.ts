import { describe, expect, it } from 'vitest'
import { type LabelledExample, type Question, sortedAnswers } from '../../src/domain/question.ts'
import { compileRubric } from '../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import type { Rubric, Verdict } from '../../src/domain/rubric/rubric.ts'
import { draftRubric } from '../../src/domain/rubric-draft/draft-rubric.ts'
import { type Mark, ruledGrade } from '../../src/domain/rulings/mark.ts'
import { gradeRuled, mostOf } from '../../src/domain/rulings/settled.ts'

const prompt = 'Why does bread need to rest before it is baked?'
const answer = 'The yeast needs time to make gas, which lets the dough rise and gives it a light crumb.'
const drafted = draftRubric({ question: prompt, references: [answer] })

const as = (verdict: Verdict, ...texts: string[]) => texts.map((text) => ({ answer: text, verdict }))
const settled = [
  ...as('correct', 'so it can blow up thanks to bubbles', 'bubbles need a while to form', 'bubbles make it fluffy'),
  ...as('partial', 'so it gets bigger', 'because it grows', 'it gets bigger over time'),
  ...as('incorrect', 'to cool the oven', 'so the salt melts', 'so that the oven gets hot'),
]

function compiled(rubric: Rubric, sorted: LabelledExample[], others: LabelledExample[]) {
  const question = { prompt, answer, examples: sorted } as unknown as Question
  const context = { prompt, synonyms: drafted.synonyms, sorted: sortedAnswers(question), settled: others }
  return compileRubric(rubric, context)
}

function draft(others = settled, sorted: LabelledExample[] = []) {
  const rubric = compiled(drafted.rubric, sorted, others)
  return (text: string) => gradeAnswer(rubric, text)
}

/** A rubric written by hand, which finds nothing but gas, with enough sorted answers to compare with. */
const byHand: Rubric = { points: [{ id: 'gas', label: 'Gas', says: ['gas'] }] }
const sortedByHand = [0, 1, 2, 3].flatMap((n) => [
  ...as('correct', `yeast makes gas ${n}`, `the gas of yeast lifts it ${n}`, `gas needs time to form ${n}`),
  ...as('partial', `yeast works ${n}`, `it rises slowly ${n}`),
  ...as('incorrect', `the oven cools ${n}`, `salt melts in it ${n}`),
])

describe('answers that a workspace has settled', () => {
  it.each([
    // the text, its verdict without the settled answers, and with them
    ['a while, so bubbles can form', 'incorrect', 'correct'],
    ['over time it gets bigger', 'correct', 'partial'],
    ['the oven has to cool', 'incorrect', 'incorrect'],
    ['to make the salt melt', 'correct', 'incorrect'],
    ['it needs time', 'partial', 'partial'],
  ] as const)('“%s”: %s without them, %s with them', (text, before, after) => {
    expect([draft([])(text).verdict, draft()(text).verdict]).toEqual([before, after])
  })

  it('are named as the reason if they changed the verdict', () => {
    expect(draft()('a while, so bubbles can form')).toMatchObject({ verdict: 'correct', alike: 'raised' })
    expect(draft([])('a while, so bubbles can form')).not.toHaveProperty('alike')
  })

  it('grade each of their own texts as it was settled, or as it was graded without them', () => {
    const [alone, graded] = [draft([]), draft()]
    for (const one of settled) expect([one.verdict, alone(one.answer).verdict]).toContain(graded(one.answer).verdict)
  })

  it('change nothing if a mark has too few answers', () => {
    const few = settled.filter(({ verdict }) => verdict !== 'partial')
    expect(draft(few)('a while, so bubbles can form')).toEqual(draft([])('a while, so bubbles can form'))
  })

  it('are limited to what can be compared; if there are too many, right ones are left out', () => {
    const many = [0, 1, 2]
      .flatMap((n) => Array.from({ length: 100 }, (_, at) => as('correct', `bubble ${n} ${at}`)))
      .flat()
    const rubric = compiled(drafted.rubric, as('partial', 'foam', 'fluff'), [...many, ...settled])
    const { sorted } = rubric.settled?.comparison ?? {}
    expect([sorted?.precedents.answers.size, sorted?.precedents.sorted.filter((mark) => mark < 2).length]).toEqual([
      200, 8,
    ])
  })
})

describe('a text that must not pass', () => {
  // All similar settled answers are right, so the comparison alone would accept it.
  const lenient = [
    ...as(
      'correct',
      'so the oven can cool',
      'the oven must cool first',
      'it cools with the oven',
      'oven and dough cool',
    ),
    ...settled.filter(({ verdict }) => verdict !== 'incorrect'),
    ...as('incorrect', 'so the salt melts', 'because of salt'),
  ]

  it.each([
    // the case, the answers that authors sorted, the settled answers
    ['an example labeled wrong', as('incorrect', 'to cool the oven'), []],
    ['a wording that was left as graded', [], as('incorrect', 'to cool the oven')],
    ['a wording settled both ways', [], [...as('correct', 'to cool the oven'), ...as('incorrect', 'to cool the oven')]],
    ['an example that a ruling contradicts', as('incorrect', 'to cool the oven'), as('correct', 'to cool the oven')],
  ])('stays wrong: %s', (_, sorted, own) => {
    expect(draft(lenient)('to cool the oven').verdict).not.toBe('incorrect')
    expect(draft([...lenient, ...own], sorted)('to cool the oven').verdict).toBe('incorrect')
  })

  it('gets the same grade as without them if the rubric was written by hand', () => {
    const text = 'gas bubbles cool'
    const pull = as('correct', ...Array.from({ length: 20 }, (_, n) => `${text} ${n}`))
    const graded = (more: LabelledExample[], others: LabelledExample[]) =>
      gradeAnswer(compiled(byHand, [...sortedByHand, ...more], others), text).verdict
    expect(graded([], pull)).toBe('correct')
    expect(graded(as('incorrect', text), [])).toBe('partial')
    expect(graded(as('incorrect', text), pull)).toBe('partial')
  })

  it('stays at least right if an author labeled it right', () => {
    const harsh = as('incorrect', 'gas makes it bad', 'gas is bad', 'bad gas', 'gas, bad', 'a bad gas', 'gas goes bad')
    const sorted = [...sortedByHand, ...as('correct', 'gas bad')]
    expect(gradeAnswer(compiled(byHand, sorted, harsh), 'gas bad').verdict).toBe('correct')
  })
})

describe('words with a ruling', () => {
  const rubric = compiled(drafted.rubric, [], settled)
  const learned = 'a while, so bubbles can form'

  it.each([
    // the ruling, the grader's verdict then, and the verdict now that the comparison alone would accept the words
    ['right', 'incorrect', 'correct'],
    ['half', 'incorrect', 'partial'],
    ['as-graded', 'incorrect', 'incorrect'],
    ['as-graded', 'correct', 'incorrect'],
  ] as const)('%s, graded %s: %s, although their text is erased', (mark, graded, verdict) => {
    expect(gradeAnswer(rubric, learned).verdict).toBe('correct')
    expect(gradeRuled(rubric, learned, { mark, most: mostOf(mark, graded) }).grade.verdict).toBe(verdict)
  })

  it.each([
    ['half', 'partial'],
    ['as-graded', 'incorrect'],
  ] as const)('%s, by an earlier release: %s', (mark, verdict) => {
    expect(gradeRuled(rubric, learned, { mark }).grade.verdict).toBe(verdict)
  })

  it.each(['right', 'half', 'as-graded'] as const)('%s: never less than the rubric gives', (mark: Mark) => {
    const read = gradeAnswer(rubric, answer)
    const { grade, ruled } = gradeRuled(rubric, answer, { mark, most: 'correct' })
    expect([grade.score, ruled]).toEqual([ruledGrade(read, mark).score, mark === 'right' && read.score < 1])
  })
})
