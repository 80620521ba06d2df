import type { PracticeCard } from '../../domain/practice.ts'

/** A question that a player practices. It has a card after the first answer. */
export type PracticeItem = {
  id: number
  playerId: number
  questionId: string
  questionVersion: string
  card?: PracticeCard
}

/** A press on a recall button below a reveal, by a player who didn't answer. */
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
  /** Returns false and adds nothing if the player already pressed in that round or was forgotten. */
  recall(press: Recall): Promise<boolean>
}
