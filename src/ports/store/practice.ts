import type { PracticeCard } from '../../domain/practice.ts'

/** One question that a player practises; the card is there once it was answered. */
export type PracticeItem = {
  id: number
  playerId: number
  questionId: string
  questionVersion: string
  card?: PracticeCard
}

/** A press below a reveal, of somebody who did not answer. */
export type Recall = { roundId: number; playerId: number; workspaceId: number; knew: boolean; pressedAt: Date }

export type Practice = {
  /** Finds or makes the item of a player and a question, with the version that is asked now. */
  ask(item: {
    workspaceId: number
    playerId: number
    questionId: string
    questionVersion: string
  }): Promise<PracticeItem>
  find(id: number): Promise<PracticeItem | undefined>
  keep(id: number, card: PracticeCard): Promise<void>
  ofPlayer(playerId: number): Promise<PracticeItem[]>
  /** False, and nothing new, where the player had pressed in that round before, or was forgotten meanwhile. */
  recall(press: Recall): Promise<boolean>
}
