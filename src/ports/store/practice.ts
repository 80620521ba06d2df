import type { PracticeCard } from '../../domain/practice.ts'

/** One question that a player practices; it has a card once it was answered. */
export type PracticeItem = {
  id: number
  playerId: number
  questionId: string
  questionVersion: string
  card?: PracticeCard
}

/** A press below a reveal, by somebody who did not answer. */
export type Recall = { roundId: number; playerId: number; workspaceId: number; knew: boolean; pressedAt: Date }

export type Practice = {
  /** Finds or creates a player's item for a question, with the current version. */
  ask(item: {
    workspaceId: number
    playerId: number
    questionId: string
    questionVersion: string
  }): Promise<PracticeItem>
  find(id: number): Promise<PracticeItem | undefined>
  keep(id: number, card: PracticeCard): Promise<void>
  ofPlayer(playerId: number): Promise<PracticeItem[]>
  /** Returns false and adds nothing if the player had already pressed in that round, or was forgotten meanwhile. */
  recall(press: Recall): Promise<boolean>
}
