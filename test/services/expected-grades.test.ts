import { beforeAll, describe, expect, it } from 'vitest'
import { agreementWords, outcome } from '../../src/adapters/desk/studio/outcome.ts'
import { readPack, readRubric, writeRubric } from '../../src/adapters/question-files/index.ts'
import { expectedOfTen, readSorted, type SortedAnswer, writeSorted } from '../../src/domain/packs/sorted-answers.ts'
import type { Question } from '../../src/domain/question.ts'
import { comparisonsWithout } from '../../src/domain/rubric/drafts/comparison.ts'
import { type TriedDraft, tryDraft } from '../../src/services/packs/try-draft.ts'

const text = { read: (yaml: string) => readRubric('rubric', yaml), write: writeRubric, thesaurus: undefined }
const blank = { hint: '', explanation: '', difficulty: 'medium', id: '', seen: '', pack: '', sources: '', origin: '' }

describe('the studio estimates how new answers will be graded', () => {
  let question: Question
  let sorted: SortedAnswer[]

  beforeAll(async () => {
    const [first] = (await readPack('questions/samples/git')).questions
    if (!first) throw new Error('no question')
    question = first.question
    const lines = question.examples.map(({ answer, verdict }) => ({ text: answer, label: verdict }))
    sorted = readSorted(writeSorted(lines)).slice(0, 20)
  })

  function tried(answers: readonly SortedAnswer[], rubric = ''): TriedDraft {
    const { prompt, answer, topic } = question
    const draft = { ...blank, prompt, answer, topic, rubric, answers: writeSorted(answers) }
    return tryDraft(text, { draft, live: true }, { exactSpelling: false, language: 'en' })
  }

  it('by grading each sorted answer as if it hadn’t been sorted', () => {
    const { answers } = tried(sorted)
    const alone = sorted.map((one, at) => tried(sorted.with(at, { text: one.text })).answers[at]?.verdict)
    expect(answers.map(({ unsorted }) => unsorted)).toEqual(alone)
  })

  it('with fewer than ten of ten as expected, and the author can still publish', () => {
    const shown = tried(sorted)
    const { answers, ready } = shown
    expect(agreementWords(shown)).toContain(`expect about ${expectedOfTen(answers)} of 10`)
    expect(outcome(shown).toString()).toContain('If you hadn’t sorted it, it would be')
    expect(ready).toBe(true)
    expect(answers.every(({ label, verdict }) => label === verdict)).toBe(true)
    expect(expectedOfTen(answers)).toBeLessThan(10)
    expect(expectedOfTen(answers)).toBeGreaterThan(0)
  })

  it('without the other answers that have the same words', () => {
    const [first] = sorted
    if (!first) throw new Error('no answer')
    const { answers } = tried([...sorted, { ...first, text: `${first.text} !` }])
    expect(answers[0]?.unsorted).toBe(tried(sorted).answers[0]?.unsorted)
  })

  it('unless fewer than ten answers are sorted, or a mark has fewer than two', () => {
    expect(expectedOfTen(tried(sorted.slice(0, 9)).answers)).toBeUndefined()
    const right = sorted.filter(({ label }) => label !== 'incorrect')
    expect(expectedOfTen(tried([...right, ...right]).answers)).toBeUndefined()
  })

  it('unless the rubric is no draft, because sorting then changes no grade', () => {
    const { draft } = tried(sorted)
    const { answers } = tried(sorted, draft.rubric.replace('draft: true', ''))
    expect(expectedOfTen(answers)).toBeUndefined()
  })

  it('with at most twenty comparisons, so that two hundred answers don’t slow down the typing', () => {
    const many = Array.from({ length: 199 }, (_, at) => {
      const { text = '', label = 'correct' } = sorted[at % sorted.length] ?? {}
      return { answer: `${text} ${at}`, verdict: label }
    })
    const { prompt, answer } = question
    const without = comparisonsWithout(prompt, [{ answer, verdict: 'correct' }, ...many]).map((one) => one.without)
    expect(without).toHaveLength(20)
    expect(without.flat().toSorted((one, other) => one - other)).toEqual(many.map((_, at) => at + 1))
  })
})
