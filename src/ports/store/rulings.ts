import type { Answer } from '../../domain/answer.ts'
import type { Addition, Bound } from '../../domain/rulings/additions.ts'
import type { Mark } from '../../domain/rulings/mark.ts'
import type { SavedGrade } from './answers.ts'

/** A decision about equal answers to one version of a question, in one workspace. The words are stored as a hash only. */
export type Ruling = {
  id: number
  workspaceId: number
  questionId: string
  questionVersion: string
  wordsKey: string
  mark: Mark
  /** Goes up whenever it is decided again. */
  revision: number
  decidedBy: number
  decidedAt: Date
}

/** A ruling as a list shows it. */
export type ShownRuling = Ruling & {
  decidedByName: string
  /** One of the answers that it was about; its text may have been erased. */
  answerId: number
  text: string
}

/** Answers with nearly the same text that may need a decision. */
export type NearMiss = {
  /** The newest of them. */
  answerId: number
  /** The people who wrote it, each once. */
  players: number[]
  questionId: string
  questionVersion: string
  text: string
  /** Their number if all of them are disputed, otherwise 0. */
  disputes: number
  grade: Pick<SavedGrade, 'score' | 'verdict'>
}

/** One try of a player in a round, locked until the transaction ends. */
export type Try = { answer: Answer; grade?: SavedGrade; hint: boolean; zone: string; openDispute?: number }

export type RegradedAnswer = {
  answer: Answer
  workspaceId: number
  grade: Omit<SavedGrade, 'id' | 'answerId' | 'earnedInAll'>
  /** Local date in the workspace's zone on which the answer came. */
  day: string
}

/** A player who has to be told what a ruling changed for them. */
export type RulingNotice = { id: number; workspaceId: number; rulingId: number; answerId: number; toldAt?: Date }

export type QuestionKey = { workspaceId: number; questionId: string; questionVersion: string }

export type Rulings = {
  /**
   * Answers since then that didn't get full marks, and those with an open dispute; only the newest `answers` are looked
   * at. Identical texts are grouped, and left out if a ruling was about exactly this text and there is no dispute.
   * Disputed ones come first, then the most common; `more` counts those beyond the first `limit`.
   */
  nearMisses(
    workspaceId: number,
    page: { since: Date; answers: number; limit: number },
  ): Promise<{ misses: NearMiss[]; more: number }>
  /** Those on any version of these questions. */
  ofQuestions(workspaceId: number, questionIds: string[]): Promise<Ruling[]>
  /** Newest first. */
  latest(workspaceId: number, limit: number): Promise<ShownRuling[]>
  /**
   * Creates a ruling, or changes it if `seen` is its revision; 0 means none. Undefined if somebody was faster.
   * `answerId` is one of the answers it is about.
   */
  decide(ruling: Omit<Ruling, 'id' | 'revision'> & { answerId: number }, seen: number): Promise<Ruling | undefined>
  /** Answers to a question version in a workspace whose text is not erased; ids above `after`, ascending. */
  texts(question: QuestionKey, page: { after: number; limit: number }): Promise<{ answerId: number; text: string }[]>
  /** All tries of the players who gave these answers, in the same rounds; ordered by player and try. */
  lockTries(answerIds: number[]): Promise<Try[]>
}

export type RulingResults = {
  /** Saves one more grade for each answer, and updates the boards. */
  regrade(rows: RegradedAnswer[]): Promise<void>
  addNotices(notices: { workspaceId: number; rulingId: number; answerId: number }[]): Promise<number[]>
  notice(id: number): Promise<RulingNotice | undefined>
  told(id: number, at: Date): Promise<void>
  /** Created before `before` and not told; ids above `after`, ascending. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}

/**
 * What a workspace has added to a question's rubric, as of one change; the next change is a new row, with everything
 * that applies then. A round keeps the one that was newest when its question was chosen.
 */
export type Overlay = {
  id: number
  workspaceId: number
  questionId: string
  /** The version of the question for which it was tried. It is used for later ones too, as far as it fits. */
  questionVersion: string
  /** Counts up. */
  revision: number
  /** Empty once everything was taken back. */
  additions: Addition[]
  madeBy: number
  madeAt: Date
}

/** A text that players of a workspace wrote, and how many of them. */
export type StoredText = { text: string; people: number }

export type Overlays = {
  /** Adds the one after revision `seen`; 0 means none. Undefined if somebody was faster. */
  add(overlay: Omit<Overlay, 'id' | 'revision'>, seen: number): Promise<Overlay | undefined>
  find(workspaceId: number, id: number): Promise<Overlay | undefined>
  /** The newest of each workspace and question, of those that are meant. */
  newest(of: { workspaceId?: number; questionId?: string }): Promise<Overlay[]>
  /** What was ruled or disputed on a question and not given full marks, with the best that it may get. */
  bounds(workspaceId: number, questionId: string): Promise<Bound[]>
  /** The latest `answers` answers to a question, those of the same letters as one; what most people wrote comes first. */
  texts(workspaceId: number, questionId: string, page: { answers: number; limit: number }): Promise<StoredText[]>
}
