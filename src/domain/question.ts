import type { Rubric, Verdict } from './rubric/rubric.ts'

export const difficulties = ['easy', 'medium', 'hard'] as const
export type Difficulty = (typeof difficulties)[number]

export const questionKinds = ['recall', 'why', 'scenario'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A question as its author wrote it. Text fields may contain `code` in backticks and no other markup. */
export type Question = {
  /** Kebab-case, unique in the bank, never reused. */
  id: string
  topic: string
  /** The ids of the facts that the question teaches, such as H007. */
  facts: string[]
  difficulty: Difficulty
  kind: QuestionKind
  prompt: string
  /** May be empty in a workspace's own questions, just like the explanation, the sources and the month. */
  hint: string
  rubric: Rubric
  /** A model answer. Its grade is correct. */
  answer: string
  /** The reason and its practical consequence. Shown at the reveal. */
  explanation: string
  sources: string[]
  /** The path of a file in this project that shows the answer in use. */
  app?: string
  /** The month of the sources, `2025-04`. */
  asOf: string
  /** For a workspace's own question in a language other than English: the reading rules of this version. */
  language?: string
  examples: LabelledExample[]
  /**
   * Additional labeled answers. New answers are compared with them, and the rubric alone may grade them differently.
   */
  sorted?: LabelledExample[]
}

export type LabelledExample = { answer: string; verdict: Verdict }

export function sortedAnswers({ answer, examples, sorted = [] }: Question): LabelledExample[] {
  return [{ answer, verdict: 'correct' }, ...examples, ...sorted]
}
