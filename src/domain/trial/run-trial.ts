import { type Question, sortedAnswers } from '../question.ts'
import { compileRubric } from '../rubric/compile-rubric.ts'
import { gradeAnswer } from '../rubric/grade-answer.ts'
import type { Synonyms, Verdict } from '../rubric/rubric.ts'
import { startVocabulary } from '../rubric/spelling/vocabulary.ts'
import { wilsonInterval } from './wilson-interval.ts'

export type LabelledAnswer = { question: string; answer: string; label: Verdict }

export type TriedAnswer = LabelledAnswer & { verdict: Verdict; score: number }

export type QuestionTrial = { question: string; answers: number; agreement: number; misgraded: TriedAnswer[] }

export type Trial = {
  answers: number
  /** The share graded as labeled, 0 to 1. */
  agreement: number
  /** The 95 % confidence interval of the agreement. */
  interval: [low: number, high: number]
  /** How many answers of each label got each verdict. */
  table: Record<Verdict, Record<Verdict, number>>
  rightAtZero: TriedAnswer[]
  rightCalledIncorrect: TriedAnswer[]
  wrongCalledCorrect: TriedAnswer[]
  /** Lowest agreement first. */
  byQuestion: QuestionTrial[]
}

type Entry = { question: Question; synonyms: Synonyms }

/** Grades labeled answers and compares the verdicts with the labels. Every answer's question must be in the bank. */
export function runTrial(bank: readonly Entry[], answers: readonly LabelledAnswer[]): Trial {
  const byQuestion = Map.groupBy(answers, ({ question }) => question)
  const vocabulary = startVocabulary()
  const tried = bank.flatMap(({ question, synonyms }) => {
    const mine = byQuestion.get(question.id)
    if (!mine) return []
    const rubric = compileRubric(question.rubric, {
      prompt: question.prompt,
      hint: question.hint,
      synonyms,
      vocabulary,
      sorted: sortedAnswers(question),
    })
    return mine.map((one): TriedAnswer => {
      const { verdict, score } = gradeAnswer(rubric, one.answer)
      return { ...one, verdict, score }
    })
  })
  const agreed = tried.filter(agrees).length
  return {
    answers: tried.length,
    agreement: agreed / tried.length,
    interval: wilsonInterval(agreed, tried.length),
    table: countVerdicts(tried),
    rightAtZero: tried.filter(({ label, score }) => label === 'correct' && score === 0),
    rightCalledIncorrect: tried.filter(({ label, verdict }) => label === 'correct' && verdict === 'incorrect'),
    wrongCalledCorrect: tried.filter(({ label, verdict }) => label === 'incorrect' && verdict === 'correct'),
    byQuestion: trialsByQuestion(tried),
  }
}

function countVerdicts(tried: readonly TriedAnswer[]): Trial['table'] {
  const none = (): Record<Verdict, number> => ({ correct: 0, partial: 0, incorrect: 0 })
  const table = { correct: none(), partial: none(), incorrect: none() }
  for (const { label, verdict } of tried) table[label][verdict]++
  return table
}

function trialsByQuestion(tried: readonly TriedAnswer[]): QuestionTrial[] {
  return [...Map.groupBy(tried, ({ question }) => question)]
    .map(([question, all]) => ({
      question,
      answers: all.length,
      agreement: all.filter(agrees).length / all.length,
      misgraded: all.filter((one) => !agrees(one)),
    }))
    .toSorted((one, other) => one.agreement - other.agreement || other.misgraded.length - one.misgraded.length)
}

function agrees({ label, verdict }: TriedAnswer): boolean {
  return label === verdict
}
