import { compileRubric } from '../rubric/compile-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import type { BankEntry, BankWarning } from './bank-warning.ts'

/**
 * Finds questions that grade the model answer of another question on the same topic as correct. The rubric may be too
 * easy, or both questions may ask for the same thing. Questions that teach the same fact are allowed to share an
 * answer.
 */
export function foreignAnswers(bank: readonly BankEntry[]): BankWarning[] {
  const vocabulary = startVocabulary()
  return bank.flatMap(({ question, synonyms }) => {
    const rubric = compileRubric(question.rubric, { prompt: question.prompt, synonyms, vocabulary })
    return bank
      .map((entry) => entry.question)
      .filter(({ id, topic }) => id !== question.id && topic === question.topic)
      .filter(({ facts }) => !facts.some((fact) => question.facts.includes(fact)))
      .filter(({ answer }) => gradeAnswer(rubric, answer).verdict === 'correct')
      .map(
        (other): BankWarning => ({
          kind: 'foreign-answer',
          question: question.id,
          text: `accepts the model answer of ${other.id} as right`,
        }),
      )
  })
}
