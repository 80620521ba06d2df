import { describe, expect, it } from 'vitest'
import { agreementOf, contradictions, isReady, readSorted } from '../../src/domain/packs/sorted-answers.ts'

describe('a list of sorted answers', () => {
  it.each([
    ['right: Gas', 'correct'],
    ['Correct : Gas', 'correct'],
    ['r: Gas', 'correct'],
    ['half: Gas', 'partial'],
    ['half  right: Gas', 'partial'],
    ['PARTIAL: Gas', 'partial'],
    ['wrong: Gas', 'incorrect'],
    ['incorrect: Gas', 'incorrect'],
    ['w: Gas', 'incorrect'],
  ])('%j is %s', (line, label) => {
    expect(readSorted(line)).toEqual([{ text: 'Gas', label }])
  })

  it.each(['Gas', 'note: Gas', 'right'])('%j has no mark', (line) => {
    expect(readSorted(line)).toEqual([{ text: line }])
  })

  const marks = ['correct', 'partial', 'incorrect'] as const
  const graded = (texts: readonly string[]) =>
    marks.flatMap((label) =>
      texts.map((text) => ({ text: `${label} ${text}`, label, verdict: label, marks: [], missing: [] })),
    )

  it('counts an answer once, however often it is there', () => {
    expect(isReady(graded(['one', 'two', 'three', 'four']))).toBe(true)
    const twice = graded(['one', 'One.', 'two', ' one!'])
    expect([isReady(twice), agreementOf(twice)]).toEqual([false, { sorted: 6, agreed: 6 }])
  })

  it('names answers with the same words and different marks', () => {
    expect(contradictions(readSorted('right: It rises\nwrong: it rises.\nhalf: Gas\nhalf: gas'))).toEqual(['It rises'])
  })
})
