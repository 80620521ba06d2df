import type { Answer } from '../../domain/answer.ts'
import type { LabelledExample } from '../../domain/question.ts'
import type { Verdict } from '../../domain/rubric/rubric.ts'
import type { Addition, Bound } from '../../domain/rulings/additions.ts'
import type { Mark } from '../../domain/rulings/mark.ts'
import type { SettledAnswer } from '../../domain/rulings/settled.ts'
import type { SavedGrade } from './answers.ts'

/**
 * A decision about equal answers to one version of a question, in one workspace. The wording is stored only as a hash.
 */
export type Ruling = {
  id: number
  workspaceId: number
  questionId: string
  questionVersion: string
  wordsKey: string
  mark: Mark
  /** The best verdict that grading may give this wording. Absent in rulings of earlier releases. */
  most?: Verdict
  revision: number
  decidedBy: number
  decidedAt: Date
}

export type ShownRuling = Ruling & {
  decidedByName: string
  /** One of the affected answers. Its text may have been erased. */
  answerId: number
  text: string
}

/** Answers with nearly the same text that may need a decision. */
export type NearMiss = {
  answerId: number
  /** The players who wrote it, without duplicates. */
  players: number[]
  questionId: string
  questionVersion: string
  text: string
  /** The number of disputes if all of the answers are disputed, otherwise 0. */
  disputes: number
  /** The reasons that players gave for their disputes, the newest first, at most five. */
  reasons: string[]
  grade: Pick<SavedGrade, 'score' | 'verdict'>
}

/** A player's attempt in a round, locked until the transaction ends. */
export type Try = { answer: Answer; grade?: SavedGrade; hint: boolean; zone: string; openDispute?: number }

export type RegradedAnswer = {
  answer: Answer
  workspaceId: number
  grade: Omit<SavedGrade, 'id' | 'answerId' | 'earnedInAll'>
  /** Local date of the answer in the workspace's zone. */
  day: string
}

/** A player who has to be notified of a changed grade after a ruling. */
export type RulingNotice = { id: number; workspaceId: number; rulingId: number; answerId: number; toldAt?: Date }

export type QuestionKey = { workspaceId: number; questionId: string; questionVersion: string }

export type Rulings = {
  /**
   * Answers since `since` that didn't get full marks, and answers with an open dispute. Only the newest `answers` rows
   * are examined. Identical texts are grouped. A text is omitted if a ruling covers it and it has no dispute. Disputed
   * groups come first, then the most common ones. `more` is the number of groups beyond `limit`.
   */
  nearMisses(
    workspaceId: number,
    page: { since: Date; answers: number; limit: number },
  ): Promise<{ misses: NearMiss[]; more: number }>
  /**
   * Answers to a question version since `since` without a ruling on their text or with an open dispute, with any
   * grade. Only the newest `answers` are examined. Identical texts are grouped. Disputed ones come first, then the most
   * common ones.
   */
  unsorted(question: QuestionKey, page: { since: Date; answers: number; limit: number }): Promise<NearMiss[]>
  ofQuestions(workspaceId: number, questionIds: string[]): Promise<Ruling[]>
  /** Newest first. */
  latest(workspaceId: number, limit: number): Promise<ShownRuling[]>
  /**
   * Creates a ruling, or updates it if `seen` is its revision (0 means no ruling). Returns undefined if another admin
   * decided first. `answerId` is one of the affected answers.
   */
  decide(ruling: Omit<Ruling, 'id' | 'revision'> & { answerId: number }, seen: number): Promise<Ruling | undefined>
  /** Answers to a question version in a workspace whose text isn't erased; ids above `after`, ascending. */
  texts(question: QuestionKey, page: { after: number; limit: number }): Promise<{ answerId: number; text: string }[]>
  /** All attempts of the players who gave these answers, in the same rounds, by player and attempt. */
  lockTries(answerIds: number[]): Promise<Try[]>
}

export type RulingResults = {
  /** Saves a new grade for each answer and updates the boards. */
  regrade(rows: RegradedAnswer[]): Promise<void>
  addNotices(notices: { workspaceId: number; rulingId: number; answerId: number }[]): Promise<number[]>
  notice(id: number): Promise<RulingNotice | undefined>
  told(id: number, at: Date): Promise<void>
  /** Notices from before `before` that haven't been sent; ids above `after`, ascending. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}

/**
 * The wordings that a workspace has added to a question's rubric. Every change is stored as a new row with the complete
 * list. A round keeps the row that was newest when its question was chosen.
 */
export type Overlay = {
  id: number
  workspaceId: number
  questionId: string
  /**
   * The version of the question with which it was tried. It also applies to later versions, except for additions that
   * no longer fit.
   */
  questionVersion: string
  revision: number
  additions: Addition[]
  /** How often patterns were added or removed. */
  taught: number
  /** Answers that the workspace had settled by then. */
  settled?: Settled
  madeBy: number
  madeAt: Date
}

/** `asked` identifies the prompt and the model answer. A version with another one is graded without these answers. */
export type Settled = { asked: string; answers: SettledAnswer[] }

/** An overlay with the texts of its settled answers, without erased ones. */
export type ReadOverlay = Overlay & { texts: LabelledExample[] }

/** A text and how many players of a workspace wrote it. */
export type StoredText = { text: string; people: number }

export type Overlays = {
  /** Adds the revision after `seen` (0 means none). Returns undefined if another admin added one first. */
  add(overlay: Omit<Overlay, 'id' | 'revision'>, seen: number): Promise<Overlay | undefined>
  find(workspaceId: number, id: number): Promise<ReadOverlay | undefined>
  /**
   * The settled answers to all versions of a question with this prompt and model answer: the latest `most` that admins
   * decided. Leaves out erased texts and repeated ones.
   */
  settled(
    question: { workspaceId: number; questionId: string; prompt: string; answer: string },
    most: number,
  ): Promise<SettledAnswer[]>
  /** Stores the settled answers in the newest overlay, or in a new one if a round already uses the newest. */
  settle(of: Omit<Overlay, 'id' | 'revision' | 'additions' | 'taught'> & { settled: Settled }): Promise<void>
  /** The newest overlay per workspace and question, filtered by `of`. */
  newest(of: { workspaceId?: number; questionId?: string }): Promise<Overlay[]>
  /** Ruled or disputed answers to a question that didn't get full marks, each with the highest verdict it may get. */
  bounds(workspaceId: number, questionId: string): Promise<Bound[]>
  /** The most recent `answers` answers to a question, most common first. Texts with the same letters are merged. */
  texts(workspaceId: number, questionId: string, page: { answers: number; limit: number }): Promise<StoredText[]>
}
