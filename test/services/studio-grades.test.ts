import { describe, expect, it } from 'vitest'
import { readBankWithExamples, readPack, readRubric, writeRubric } from '../../src/adapters/question-files/index.ts'
import { compileAsPack } from '../../src/domain/packs/compile-as-pack.ts'
import { gradeSorted, inShort, readSorted } from '../../src/domain/packs/sorted-answers.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import { startVocabulary } from '../../src/domain/rubric/spelling/vocabulary.ts'
import type { QuestionVersion } from '../../src/ports/store/questions.ts'
import { compileQuestion } from '../../src/services/bank.ts'
import { tryDraft } from '../../src/services/packs/try-draft.ts'

const text = { read: (yaml: string) => readRubric('rubric', yaml), write: writeRubric, thesaurus: undefined }
const blank = { hint: '', explanation: '', difficulty: 'medium', id: '', seen: '', pack: '', sources: '', origin: '' }

/** The grades of a question's labeled answers in the studio and in a round. */
function bothGrades(stored: QuestionVersion, exactSpelling: boolean): [studio: string[], round: string[]] {
  const { question, synonyms } = stored
  const answers = question.examples
    .map(({ answer }) => answer)
    .filter((one) => /^\S[^\n\r]*$/.test(one) && one === one.trim())
  const typed = answers.map((one) => (/^(right|half|wrong)\s*:/i.test(one) ? `right: ${one}` : one))
  const { prompt, answer, hint, topic } = question
  const draft = { ...blank, prompt, answer, hint, topic, rubric: writeRubric(question.rubric, synonyms) }
  const shown: string[] = []
  for (let at = 0; at < typed.length; at += 200) {
    const work = { draft: { ...draft, answers: typed.slice(at, at + 200).join('\n') }, live: true }
    const { answers: tried } = tryDraft(text, work, { exactSpelling, language: 'en' })
    const read = readRubric('rubric', draft.rubric)
    const compiled = compileAsPack(
      read.rubric,
      { prompt, hint, synonyms: read.synonyms },
      { exactSpelling, language: 'en' },
    )
    const graded = gradeSorted(compiled, readSorted(work.draft.answers))
    expect(tried).toEqual(graded.map(inShort))
    shown.push(...graded.map(({ grade }) => JSON.stringify(grade)))
  }
  // A round's question doesn't contain its labeled answers, because a pack's examples are stored separately.
  const asked = {
    ...stored,
    question: { ...question, examples: [], sorted: [] },
    ...(exactSpelling && { exactSpelling, language: 'en' }),
  }
  const { rubric } = compileQuestion(asked as QuestionVersion, shared)
  return [shown, answers.map((one) => JSON.stringify(gradeAnswer(rubric, one)))]
}

/** `STUDIO_GRADES=all npx vitest run test/services/studio-grades.test.ts` tests every question, in a minute. */
const all = process.env.STUDIO_GRADES === 'all'

const shared = startVocabulary()

describe('grades in the studio and in a round are exactly equal', () => {
  it.each(['git', 'first-aid'])(
    'for all labeled answers of the sample pack %s, with forgiving and with exact spelling',
    async (name) => {
      const { questions } = await readPack(`questions/samples/${name}`)
      for (const exact of [false, true]) {
        const pairs = questions.map((one) => bothGrades(one, exact))
        expect(pairs.flatMap(([studio]) => studio)).toEqual(pairs.flatMap(([, round]) => round))
        expect(pairs.flatMap(([studio]) => studio).length).toBeGreaterThan(100)
      }
    },
  )

  it('for labeled answers of the built-in pack', { timeout: 300_000 }, async () => {
    const { bank } = await readBankWithExamples('questions')
    let compared = 0
    for (const one of bank.filter((_, at) => all || at % 12 === 0)) {
      const [studio, round] = bothGrades(one, false)
      expect([one.id, ...studio]).toEqual([one.id, ...round])
      compared += studio.length
    }
    expect(compared).toBeGreaterThan(all ? 5000 : 400)
  })
})
