import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'

/** One version of a question, with the synonym sets that its rubric uses. A stored version never changes. */
export type QuestionVersion = {
  id: string
  version: string
  question: Question
  synonyms: Synonyms
  /** Misspelled words aren't accepted. */
  exactSpelling?: true
}

export type PastQuestion = QuestionSummary & { prompt: string }

export type Questions = {
  /** Makes these the current bank. Questions that are missing from it are retired: old rounds still use them. */
  load(bank: QuestionVersion[]): Promise<{ added: number; changed: number; retired: number }>
  /** The questions that may be asked from the built-in pack now. */
  current(): Promise<QuestionSummary[]>
  /** A question from the built-in pack, or one of the workspace's own. */
  find(id: string, version: string, workspaceId?: number): Promise<QuestionVersion | undefined>
  /** Current questions of the built-in pack whose answer was shown to any team, and these samples, by topic and id. */
  past(samples: readonly string[]): Promise<PastQuestion[]>
  /**
   * Ids of questions whose answer is secret in any workspace because they are being posted, open, not revealed yet, or
   * pinned. Sandboxes don't count, because anybody can create one.
   */
  secretSomewhere(): Promise<string[]>
  /** The newest version, retired or not. */
  newest(id: string): Promise<QuestionVersion | undefined>
}
