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
  /** The names of topics, by id. */
  titles: Record<string, string>
  /** How many questions are active, and how many are retired. */
  questions: number
  retired: number
}

export type PackDetails = Pick<Pack, 'language' | 'forgivesSpelling' | 'synonyms' | 'titles'>

/** A question as its author wrote it, with the sets that its rubric uses. */
export type OwnQuestion = { question: Question; synonyms: Synonyms }

/** As it is now. */
export type StoredQuestion = OwnQuestion & { version: string; retired: boolean }

export type PackChanges = { added: number; changed: number; retired: number; returned: number }

/** Each lookup includes the workspace: a pack of another one is not found. */
export type Packs = {
  /** By name. With `lock`, others who save or count packs of the workspace wait until the transaction ends. */
  list(workspaceId: number, lock?: 'lock'): Promise<Pack[]>
  find(workspaceId: number, name: string): Promise<Pack | undefined>
  /**
   * Finds or creates the pack, and sets these details. Other callers for the workspace wait until the transaction ends.
   */
  save(workspaceId: number, name: string, details: PackDetails): Promise<Pack>
  /**
   * Adds these, updates existing ones with different content, and brings back retired ones. With `rest: 'retire'`, all
   * others of the pack are retired. With `rest: 'stay'`, retired ones stay so, since the same time.
   */
  put(
    pack: Pick<Pack, 'id' | 'workspaceId'>,
    questions: readonly OwnQuestion[],
    rest: 'keep' | 'retire' | 'stay',
  ): Promise<PackChanges>
  /** By the authors' ids. Returns how many changed. */
  retire(pack: Pick<Pack, 'id' | 'workspaceId'>, ids: readonly string[], retired: boolean): Promise<number>
  /** All of them as they are now, by id. */
  questions(pack: Pick<Pack, 'id' | 'workspaceId'>): Promise<StoredQuestion[]>
  /** How much the workspace's packs take, with every stored version of their questions. */
  bytes(workspaceId: number): Promise<number>
  /** What may be asked from these packs now. */
  current(workspaceId: number, packs: readonly PackChoice[]): Promise<QuestionSummary[]>
  /** Removes the pack. Rounds that asked its questions keep them. */
  remove(pack: Pick<Pack, 'id' | 'workspaceId'>): Promise<void>
}

/** A link by which another workspace may take a copy of a pack, once. */
export type PackShare = {
  id: number
  workspaceId: number
  packId: number
  /** Who made it. */
  playerId: number
  sharedAt: Date
  takenAt?: Date
}

export type PackShares = {
  /** Undefined if `most` links of the pack wait already. Those that were not made after `since` are deleted. */
  add(share: Omit<PackShare, 'id' | 'takenAt'>, limit: { most: number; since: Date }): Promise<PackShare | undefined>
  /** Of a pack, made after `since`, newest first. */
  list(pack: Pick<Pack, 'id' | 'workspaceId'>, since: Date): Promise<PackShare[]>
  /** For anybody who has its link. */
  find(id: number): Promise<PackShare | undefined>
  /** Uses it up. False if it was used, was made before `since`, or is gone. */
  take(id: number, at: Date, since: Date): Promise<boolean>
  /** Takes back what nobody used yet. Returns whether it was there. */
  remove(workspaceId: number, id: number): Promise<boolean>
}

export type SuggestionState = 'waiting' | 'taken' | 'declined'

/** A question that a player would like to be asked. */
export type Suggestion = {
  id: number
  workspaceId: number
  playerId: number
  prompt: string
  answer: string
  state: SuggestionState
  /** What the admin had to say. */
  note?: string
  suggestedAt: Date
  decidedAt?: Date
  /** When the author was told about the decision. */
  toldAt?: Date
  /** The workspace's own question that it became. */
  questionId?: string
  /** When that was first asked, and when the author was told about it. */
  askedAt?: Date
  askedToldAt?: Date
}

export type Suggestions = {
  /** Undefined if too many are already waiting, from the player or in the workspace. */
  add(
    suggestion: Pick<Suggestion, 'workspaceId' | 'playerId' | 'prompt' | 'answer' | 'suggestedAt'>,
    most: { ofPlayer: number; ofWorkspace: number },
  ): Promise<Suggestion | undefined>
  find(id: number): Promise<Suggestion | undefined>
  /**
   * Of those that are no question yet: waiting ones oldest first, decided ones newest first. Each with its author's name,
   * which is empty if they asked to be forgotten.
   */
  list(workspaceId: number, state: SuggestionState, limit: number): Promise<(Suggestion & { author: string })[]>
  /** Undefined if it is decided, or not in the workspace. */
  decide(
    workspaceId: number,
    id: number,
    decision: { state: 'taken' | 'declined'; note?: string; decidedAt: Date },
  ): Promise<Suggestion | undefined>
  told(id: number, at: Date): Promise<void>
  /** An accepted suggestion became this question, unless it became one before. */
  published(workspaceId: number, id: number, questionId: string): Promise<void>
  /** Who suggested a question, if anybody did. */
  authorOf(workspaceId: number, questionId: string): Promise<{ ref: Place; name: string } | undefined>
  /** Notes that a question is asked, once. Returns the suggestions whose authors are to hear of it. */
  asked(workspaceId: number, questionId: string, at: Date): Promise<number[]>
  askedTold(id: number, at: Date): Promise<void>
  /** Decided or asked before `before`, and the author was not told; ids above `after`, ascending. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}
