import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'

/** One version of a question, with the synonym sets its rubric was written for. Never changes once stored. */
export type QuestionVersion = {
  id: string
  version: string
  question: Question
  synonyms: Synonyms
  /** Whether misspellings are not forgiven. */
  exactSpelling?: true
}

export type PastQuestion = QuestionSummary & { prompt: string }

export type Questions = {
  /** Makes these the current bank. Questions that are no longer in it are kept for old rounds and not asked again. */
  load(bank: QuestionVersion[]): Promise<{ added: number; changed: number; retired: number }>
  /** What may be asked from the built-in pack now. */
  current(): Promise<QuestionSummary[]>
  /** A question from the built-in pack, or one of the workspace's own. */
  find(id: string, version: string, workspaceId?: number): Promise<QuestionVersion | undefined>
  /**
   * Current questions of the built-in pack whose answer some team has been shown, and these samples; by topic and id.
   */
  past(samples: readonly string[]): Promise<PastQuestion[]>
  /**
   * Ids whose answer is still a secret in any workspace: being posted, open, not revealed yet, or pinned to come next. Sandboxes
   * don't count, because anybody can have one.
   */
  secretSomewhere(): Promise<string[]>
  /** The newest version, retired or not. */
  newest(id: string): Promise<QuestionVersion | undefined>
}
