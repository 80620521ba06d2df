import type { Pause } from '../../domain/habit/pause.ts'
import type { OpenRound, ReminderTime } from '../../domain/habit/reminder.ts'
import type { AskedDays } from '../../domain/habit/streak.ts'
import type { GradedAnswer } from '../../domain/progress/answered.ts'

/** A player's request to show their result of a round in its channel. */
export type Share = {
  id: number
  workspaceId: number
  roundId: number
  playerId: number
  pressedAt: Date
  /** When it was posted, or when posting was given up. */
  doneAt?: Date
}

export type Shares = {
  /** Allows one share per round and player: an existing one is returned as `repeated`. */
  add(share: Omit<Share, 'id' | 'doneAt'>): Promise<{ share: Share; repeated: boolean }>
  find(id: number): Promise<Share | undefined>
  done(id: number, at: Date): Promise<void>
  /** Shares requested before `before` that aren't done; ids above `after`, ascending. */
  undone(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}

export type Streaks = {
  /** For each channel where the player plays, the days since their last answered one whose questions are closed. */
  askedSince(playerId: number, now: Date): Promise<AskedDays>
}

/** A player's reminder. The row stays while the reminder is off, because it contains the zone. */
export type Reminder = ReminderTime & {
  playerId: number
  workspaceId: number
  /** The channel where they asked for it. Its questions count even if the player has not answered there yet. */
  channelId?: number
  /** When the next reminder is due; undefined while it is off. */
  dueAt?: Date
}

export type Reminders = {
  find(playerId: number): Promise<Reminder | undefined>
  /** Creates or replaces the player's reminder. */
  keep(reminder: Reminder): Promise<void>
  /** Reminders due at `now`, in pages by the player's id. */
  due(
    now: Date,
    page: { after: number; limit: number },
  ): Promise<{ id: number; workspaceId: number; dueAt: Date; zone: string }[]>
  /** Open scheduled rounds in channels where the player plays or asked to be reminded. */
  openRounds(playerId: number, now: Date): Promise<OpenRound[]>
  /** Records that the player is reminded on this local date. Returns false if that was already recorded. */
  begin(player: { id: number; workspaceId: number }, date: string): Promise<boolean>
  told(playerId: number, date: string, at: Date): Promise<void>
  /** Whether the player has answered in exactly three rounds and never decided about reminders. */
  mayOffer(playerId: number): Promise<boolean>
}

export type Pauses = {
  /** Oldest first. */
  of(playerId: number): Promise<Pause[]>
  keep(player: { id: number; workspaceId: number }, pauses: readonly Pause[]): Promise<void>
}

export type Progress = {
  /** All graded answers of a player, oldest first. */
  answers(playerId: number): Promise<GradedAnswer[]>
  /**
   * Between `first` and `last`, inclusive: the days whose question the player answered, and the days on which a
   * schedule asked a question where they play. Also returns all of the player's pauses, oldest first.
   */
  days(playerId: number, first: string, last: string): Promise<{ answered: string[]; asked: string[]; pauses: Pause[] }>
}
