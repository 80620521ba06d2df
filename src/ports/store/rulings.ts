import type { Answer } from '../../domain/answer.ts'
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
  /** Counts up when it is decided anew. */
  revision: number
  decidedBy: number
  decidedAt: Date
}

/** A ruling as a list shows it. */
export type ShownRuling = Ruling & {
  decidedByName: string
  /** One of the answers that it was about; its text may be erased by now. */
  answerId: number
  text: string
}

/** Answers of nearly the same letters for which something may have to be decided. */
export type NearMiss = {
  /** The newest of them. */
  answerId: number
  /** The people who wrote it, each once. */
  players: number[]
  questionId: string
  questionVersion: string
  text: string
  /** How many they are if each of them is disputed, else 0. */
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

/** A player who has to hear what a ruling changed for them. */
export type RulingNotice = { id: number; workspaceId: number; rulingId: number; answerId: number; toldAt?: Date }

export type QuestionKey = { workspaceId: number; questionId: string; questionVersion: string }

export type Rulings = {
  /**
   * Answers since then that didn't get everything, and those with an open dispute, of which the newest `answers` are looked
   * at. Those of the same letters are one, and without a dispute they are left out if a ruling was about these very letters.
   * Disputed ones come first, then what most people wrote; `more` counts those behind the first `limit`.
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
   * Makes a ruling, or decides it anew if `seen` is its revision; 0 stands for none. Undefined if somebody was faster.
   * `answerId` is one of the answers it is about.
   */
  decide(ruling: Omit<Ruling, 'id' | 'revision'> & { answerId: number }, seen: number): Promise<Ruling | undefined>
  /** Answers to a version of a question in a workspace whose text is not erased; from the id behind `after`, in their order. */
  texts(question: QuestionKey, page: { after: number; limit: number }): Promise<{ answerId: number; text: string }[]>
  /** All tries of the players who gave these answers, in the same rounds; in the order of players and tries. */
  lockTries(answerIds: number[]): Promise<Try[]>
}

export type RulingResults = {
  /** Saves one more grade of each answer, and moves the boards by what it earned. */
  regrade(rows: RegradedAnswer[]): Promise<void>
  addNotices(notices: { workspaceId: number; rulingId: number; answerId: number }[]): Promise<number[]>
  notice(id: number): Promise<RulingNotice | undefined>
  told(id: number, at: Date): Promise<void>
  /** Made before `before` and not told; from the id behind `after`, in their order. */
  untold(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}
