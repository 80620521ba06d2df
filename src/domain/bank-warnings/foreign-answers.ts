import { compileRubric } from '../rubric/compile-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import type { BankEntry, BankWarning } from './bank-warning.ts'

/**
 * Questions that grade another question's model answer, on the same topic, as right. The rubric may be too easy, or the
 * two may ask for the same thing. Questions that teach the same fact may share an answer.
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
          text: `takes the model answer of ${other.id} for right`,
        }),
      )
  })
}
