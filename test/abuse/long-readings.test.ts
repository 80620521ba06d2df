import { describe, expect, it } from 'vitest'
import { QuestionFileError, readBank, readRubric } from '../../src/adapters/question-files/index.ts'
import { compileRubric } from '../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../src/domain/rubric/grade-answer.ts'
import { maximumAnswerLength } from '../../src/domain/rubric/limits.ts'
import { tooLong } from './longest-turn.ts'
import { nastyTexts } from './nasty-texts.ts'

describe('reading a text that isn’t from a chat never blocks others for more than 50 ms', () => {
  it('with the longest allowed answers of any kind, graded with a rubric from each topic', async () => {
    const bank = await readBank('questions')
    const oneEach = [...new Map(bank.map((loaded) => [loaded.question.topic, loaded])).values()]
    const slow: string[] = []
    for (const { question, synonyms } of oneEach) {
      const compiled = compileRubric(question.rubric, { prompt: question.prompt, synonyms })
      gradeAnswer(compiled, 'a')
      const works = nastyTexts(maximumAnswerLength).map(
        ([what, text]) => [`${question.id}, ${what}`, () => gradeAnswer(compiled, text)] as const,
      )
      slow.push(...(await tooLong(works)))
    }
    expect(slow).toEqual([])
  }, 120_000)

  it.each(['prompt', 'label', 'says', 'tell'])('with a rubric file that has long texts as %s', async (where) => {
    const read = (text: string): void => {
      const value = JSON.stringify(text.toWellFormed())
      const of = (name: string, usual: string): string => (where === name ? value : usual)
      const yaml = `prompt: ${of('prompt', 'Why?')}
points:
  - { id: one, label: ${of('label', 'One')}, says: [${of('says', 'temporary')}] }
misconceptions:
  - { id: two, says: [web], tell: ${of('tell', 'No.')} }
`
      try {
        readRubric('file.yaml', yaml)
      } catch (error) {
        if (!(error instanceof QuestionFileError)) throw error
      }
    }
    read('a')
    const texts = [...nastyTexts(400), ...nastyTexts(40_000)]
    expect(await tooLong(texts.map(([what, text]) => [what, () => read(text)]))).toEqual([])
  })
})
