import type { Rubric, Verdict } from './rubric/rubric.ts'

export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

export const questionKinds = ['recall', 'why', 'scenario'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** One item of the bank, as its author wrote it. Text fields may contain `code` in backticks and no other markup. */
export type Question = {
  /** Kebab-case, unique in the bank, never reused. */
  id: string
  topic: string
  /** Fact ids that the question teaches, such as H007. */
  facts: string[]
  difficulty: Difficulty
  kind: QuestionKind
  prompt: string
  /**
   * Empty if there is none, which is allowed for a workspace's own questions; the same goes for explanation, sources
   * and month.
   */
  hint: string
  rubric: Rubric
  /** A model answer; it grades as correct. */
  answer: string
  /** Why it is so and what follows in practice; shown at the reveal. */
  explanation: string
  sources: string[]
  /** A path in this project that shows it in use. */
  app?: string
  /** Month of the sources, `2025-04`. */
  asOf: string
  /** Of a workspace's own question whose pack isn't in English: how it was read when this version was made. */
  language?: string
  examples: LabelledExample[]
  /**
   * More answers that people have sorted, which the rubric alone may grade differently: new answers are compared with
   * them.
   */
  sorted?: LabelledExample[]
}

export type LabelledExample = { answer: string; verdict: Verdict }

/** All answers that people have sorted, and the author's own. */
export function sortedAnswers({ answer, examples, sorted = [] }: Question): LabelledExample[] {
  return [{ answer, verdict: 'correct' }, ...examples, ...sorted]
}
