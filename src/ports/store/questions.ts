import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'

/** A question as it was at one time, with the synonym sets its rubric was written against. Never changes once stored. */
export type QuestionVersion = {
  id: string
  version: string
  question: Question
  synonyms: Synonyms
  /** Where a misspelling of a word is not that word. */
  exactSpelling?: true
}

export type PastQuestion = QuestionSummary & { prompt: string }

export type Questions = {
  /** Makes these the current bank. Questions that are no longer in it stay for old rounds and are not asked again. */
  load(bank: QuestionVersion[]): Promise<{ added: number; changed: number; retired: number }>
  /** What of the built-in pack may be asked now. */
  current(): Promise<QuestionSummary[]>
  /** A question of the built-in pack, or of the workspace's own. */
  find(id: string, version: string, workspaceId?: number): Promise<QuestionVersion | undefined>
  /** Current questions of the built-in pack that a team was shown the answer of, and these samples; by topic and id. */
  past(samples: readonly string[]): Promise<PastQuestion[]>
  /** Ids whose answer is still a secret in any workspace: being posted, open, not revealed yet, or pinned to come next. */
  secretSomewhere(): Promise<string[]>
  /** The newest version, retired or not. */
  newest(id: string): Promise<QuestionVersion | undefined>
}
