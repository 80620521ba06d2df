import type { PackChoice } from '../../domain/packs/own-questions.ts'
import type { QuestionSummary } from '../../domain/pick-question.ts'
import type { Place } from '../../domain/place.ts'
import type { Question } from '../../domain/question.ts'
import type { Synonyms } from '../../domain/rubric/rubric.ts'

/** A workspace's own questions under one name. */
export type Pack = {
  id: number
  workspaceId: number
  name: string
  /** BCP 47, such as `en` or `pt-BR`. */
  language: string
  forgivesSpelling: boolean
  synonyms: Synonyms
  /** Topic titles by topic id. */
  titles: Record<string, string>
  /** How many questions are active, and how many are retired. */
  questions: number
  retired: number
}

export type PackDetails = Pick<Pack, 'language' | 'forgivesSpelling' | 'synonyms' | 'titles'>

/** A question as its author wrote it, with the synonym sets that its rubric uses. */
export type OwnQuestion = { question: Question; synonyms: Synonyms }

export type StoredQuestion = OwnQuestion & { version: string; retired: boolean }

export type PackChanges = { added: number; changed: number; retired: number; returned: number }

/** Every method finds only the packs of the given workspace. */
export type Packs = {
  /**
   * Ordered by name. With `lock`, other transactions that save or count the workspace's packs wait until this one ends.
   */
  list(workspaceId: number, lock?: 'lock'): Promise<Pack[]>
  find(workspaceId: number, name: string): Promise<Pack | undefined>
  /** Finds or creates the pack and sets its details. Other calls for the workspace wait until the transaction ends. */
  save(workspaceId: number, name: string, details: PackDetails): Promise<Pack>
  /**
   * Adds questions, updates those with different content, and restores retired ones. With `rest: 'retire'`, all other
   * questions of the pack are retired. With `rest: 'stay'`, retired ones stay retired, with the same date.
   */
  put(
    pack: Pick<Pack, 'id' | 'workspaceId'>,
    questions: readonly OwnQuestion[],
    rest: 'keep' | 'retire' | 'stay',
  ): Promise<PackChanges>
  /** `ids` are the authors' ids. Returns how many changed. */
  retire(pack: Pick<Pack, 'id' | 'workspaceId'>, ids: readonly string[], retired: boolean): Promise<number>
  /** The current versions, by id. */
  questions(pack: Pick<Pack, 'id' | 'workspaceId'>): Promise<StoredQuestion[]>
  /** The size of the workspace's packs, including every stored version of their questions. */
  bytes(workspaceId: number): Promise<number>
  /** The questions that may be asked from these packs now. */
  current(workspaceId: number, packs: readonly PackChoice[]): Promise<QuestionSummary[]>
  /** Removes the pack. Rounds keep the questions that they asked. */
  remove(pack: Pick<Pack, 'id' | 'workspaceId'>): Promise<void>
}

/** A link with which another workspace can copy a pack once. */
export type PackShare = {
  id: number
  workspaceId: number
  packId: number
  playerId: number
  sharedAt: Date
  takenAt?: Date
}

export type PackShares = {
  /**
   * Returns undefined if the pack already has `most` unused links. Deletes links that were created at or before
   * `since`.
   */
  add(share: Omit<PackShare, 'id' | 'takenAt'>, limit: { most: number; since: Date }): Promise<PackShare | undefined>
  /** The pack's links that were created after `since`, newest first. */
  list(pack: Pick<Pack, 'id' | 'workspaceId'>, since: Date): Promise<PackShare[]>
  /** Not limited to a workspace: anybody who has the link may use it. */
  find(id: number): Promise<PackShare | undefined>
  /** Uses the link up. Returns false if it was used, was created before `since`, or doesn't exist. */
  take(id: number, at: Date, since: Date): Promise<boolean>
  /** Revokes an unused link. Returns whether it existed. */
  remove(workspaceId: number, id: number): Promise<boolean>
}

export type SuggestionState = 'waiting' | 'taken' | 'declined'

/** A question that a player suggested. */
export type Suggestion = {
  id: number
  workspaceId: number
  playerId: number
  prompt: string
  answer: string
  state: SuggestionState
  note?: string
  suggestedAt: Date
  decidedAt?: Date
  /** When the author was notified of the decision. */
  toldAt?: Date
  /** The workspace's own question that was made from it. */
  questionId?: string
  /** When that question was first asked, and when the author was notified. */
  askedAt?: Date
  askedToldAt?: Date
}

export type Suggestions = {
  /** Returns undefined if too many suggestions of the player or the workspace are already waiting. */
  add(
    suggestion: Pick<Suggestion, 'workspaceId' | 'playerId' | 'prompt' | 'answer' | 'suggestedAt'>,
    most: { ofPlayer: number; ofWorkspace: number },
  ): Promise<Suggestion | undefined>
  find(id: number): Promise<Suggestion | undefined>
  /**
   * Suggestions that haven't become a question: waiting ones oldest first, decided ones newest first. The author's name
   * is empty if they asked to be forgotten.
   */
  list(workspaceId: number, state: SuggestionState, limit: number): Promise<(Suggestion & { author: string })[]>
  /** Returns undefined if the suggestion is already decided or not in the workspace. */
  decide(
    workspaceId: number,
    id: number,
    decision: { state: 'taken' | 'declined'; note?: string; decidedAt: Date },
  ): Promise<Suggestion | undefined>
  told(id: number, at: Date): Promise<void>
  /** Records which question an accepted suggestion became, unless one is already recorded. */
  published(workspaceId: number, id: number, questionId: string): Promise<void>
  /** The player who suggested a question, if any. */
  authorOf(workspaceId: number, questionId: string): Promise<{ ref: Place; name: string } | undefined>
  /** Records once that a question was asked. Returns the suggestions whose authors have to be notified. */
  asked(workspaceId: number, questionId: string, at: Date): Promise<number[]>
  askedTold(id: number, at: Date): Promise<void>
  /** Suggestions decided or asked before `before` whose author hasn't been notified; ids above `after`, ascending. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}
