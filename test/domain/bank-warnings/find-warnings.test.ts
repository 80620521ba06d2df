import { describe, expect, it } from 'vitest'
import type { BankEntry } from '../../../src/domain/bank-warnings/bank-warning.ts'
import { fewExamples } from '../../../src/domain/bank-warnings/few-examples.ts'
import { staleQuestions } from '../../../src/domain/bank-warnings/stale-questions.ts'
import { unknownWords } from '../../../src/domain/bank-warnings/unknown-words.ts'
import { unneededPatterns } from '../../../src/domain/bank-warnings/unneeded-patterns.ts'
import { unusedSets } from '../../../src/domain/bank-warnings/unused-sets.ts'
import type { LabelledExample, Question } from '../../../src/domain/question.ts'
import type { Rubric, Synonyms } from '../../../src/domain/rubric/rubric.ts'
import { aQuestion } from '../../contracts/store/scene.ts'

function entry(changed: Partial<Question>, synonyms: Synonyms = {}): BankEntry {
  return { question: { ...aQuestion('one').question, ...changed }, synonyms }
}

function rubric(...says: string[]): Rubric {
  return { points: [{ id: 'idea', label: 'The idea', says }] }
}

function right(...answers: string[]): LabelledExample[] {
  return answers.map((answer) => ({ answer, verdict: 'correct' }))
}

describe('the warnings for an author', () => {
  it.each<[asOf: string, month: string, stale: boolean]>([
    ['2025-11', '2026-11', false],
    ['2025-10', '2026-11', true],
    ['2025-12', '2026-01', false],
    ['2024-12', '2026-01', true],
    ['2026-12', '2026-11', false],
  ])('sources of %s are stale in %s: %s', (asOf, month, stale) => {
    expect(staleQuestions([entry({ asOf })], month)).toHaveLength(stale ? 1 : 0)
  })

  it.each<[examples: number, ofThemRight: number, few: boolean]>([
    [20, 8, false],
    [19, 19, true],
    [20, 7, true],
    [0, 0, true],
  ])('%i examples, %i of them right, are too few: %s', (count, ofThemRight, few) => {
    const examples = Array.from(
      { length: count },
      (_, i): LabelledExample => ({ answer: `${i}`, verdict: i < ofThemRight ? 'correct' : 'incorrect' }),
    )
    expect(fewExamples([entry({ examples })])).toHaveLength(few ? 1 : 0)
  })

  it.each<[what: string, says: string[], answers: string[], unneeded: string[]]>([
    ['nothing says it', ['disk', 'lost'], ['it is lost'], ['disk']],
    ['another pattern of the point holds as well', ['disk', 'lost'], ['the disk is lost'], ['disk', 'lost']],
    ['one example has it alone', ['disk', 'lost'], ['the disk is lost', 'lost', 'the disk'], []],
  ])('a pattern is not needed where %s', (_what, says, answers, unneeded) => {
    const found = unneededPatterns([entry({ rubric: rubric(...says), examples: right(...answers), answer: '-' })])
    expect(found.map(({ text }) => text)).toEqual(
      unneeded.map((pattern) => `no example needs the pattern ${pattern} of idea`),
    )
  })

  it('a set is used if a rubric names it, directly or through another set', () => {
    const used = { outer: ['@inner'], inner: ['word'] }
    expect(unusedSets([entry({}, used)], { ...used, idle: ['word'] })).toEqual([{ kind: 'unused-set', text: '@idle' }])
  })

  it('words of right examples are unknown if no pattern and no set has them', () => {
    const known = entry(
      {
        rubric: rubric('disk', 'ephem*', '@lost'),
        examples: [
          ...right('the disks are wiped', 'wiped: 5 ephemerals', 'vanished', 'vanihsed, tough'),
          { answer: 'eaten', verdict: 'incorrect' },
        ],
      },
      { lost: ['lost'] },
    )
    expect(unknownWords([known], { lost: ['lost'], gone: ['vanish'] })).toEqual([
      { word: 'wiped', count: 2 },
      { word: 'tough', count: 1 },
    ])
  })
})
