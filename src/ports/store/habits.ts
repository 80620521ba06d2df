import type { AskedDays } from '../../domain/habit/streak.ts'

/** Somebody's press to show their result of a round in its channel. */
export type Share = {
  id: number
  workspaceId: number
  roundId: number
  playerId: number
  pressedAt: Date
  /** When it was posted, or given up. */
  doneAt?: Date
}

export type Shares = {
  /** One a round and player: with one that is there already, that comes back as `repeated`. */
  add(share: Omit<Share, 'id' | 'doneAt'>): Promise<{ share: Share; repeated: boolean }>
  find(id: number): Promise<Share | undefined>
  done(id: number, at: Date): Promise<void>
  /** Pressed before `before` and not done; from the id behind `after`, in their order. */
  undone(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}

export type Streaks = {
  /** By channel where the player plays, the days after their last answered one whose questions nobody can answer any more. */
  askedSince(playerId: number, now: Date): Promise<AskedDays>
}
