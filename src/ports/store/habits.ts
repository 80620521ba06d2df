import type { Pause } from '../../domain/habit/pause.ts'
import type { OpenRound, ReminderTime } from '../../domain/habit/reminder.ts'
import type { AskedDays } from '../../domain/habit/streak.ts'
import type { GradedAnswer } from '../../domain/progress/answered.ts'

/** Somebody's request to show their result of a round in its channel. */
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
  /** One per round and player: an existing one is returned as `repeated`. */
  add(share: Omit<Share, 'id' | 'doneAt'>): Promise<{ share: Share; repeated: boolean }>
  find(id: number): Promise<Share | undefined>
  done(id: number, at: Date): Promise<void>
  /** Pressed before `before` and not done; ids above `after`, ascending. */
  undone(page: { before: Date; after: number; limit: number }): Promise<{ id: number; workspaceId: number }[]>
}

export type Streaks = {
  /**
   * For each channel where the player plays, the days since their last answered one whose questions can't be answered
   * any more.
   */
  askedSince(playerId: number, now: Date): Promise<AskedDays>
}

/** When one player wants to be reminded. It is kept while off, so the zone needn't be asked for again. */
export type Reminder = ReminderTime & {
  playerId: number
  workspaceId: number
  /** Where they asked for it: its questions count even before they have answered one there. */
  channelId?: number
  /** When it comes next; undefined while it is off. */
  dueAt?: Date
}

export type Reminders = {
  find(playerId: number): Promise<Reminder | undefined>
  /** Creates it, or changes the existing one. */
  keep(reminder: Reminder): Promise<void>
  /** Those due at `now`, in pages by the player's id. */
  due(
    now: Date,
    page: { after: number; limit: number },
  ): Promise<{ id: number; workspaceId: number; dueAt: Date; zone: string }[]>
  /** Open scheduled rounds where the player plays or asked to be reminded. */
  openRounds(playerId: number, now: Date): Promise<OpenRound[]>
  /** Records that the player is reminded on their local date. False if they already were on that date. */
  begin(player: { id: number; workspaceId: number }, date: string): Promise<boolean>
  told(playerId: number, date: string, at: Date): Promise<void>
  /** Whether the player has answered in exactly three rounds and never decided about reminders. */
  mayOffer(playerId: number): Promise<boolean>
}

export type Pauses = {
  /** Oldest first. */
  of(playerId: number): Promise<Pause[]>
  /** Replaces all of the player's pauses. */
  keep(player: { id: number; workspaceId: number }, pauses: readonly Pause[]): Promise<void>
}

export type Progress = {
  /** Every graded answer of a player, in the order in which they were given. */
  answers(playerId: number): Promise<GradedAnswer[]>
  /**
   * The days from `first` to `last`, inclusive, whose question the player answered, and those on which a schedule asked
   * something where they play; with all of the player's pauses, oldest first.
   */
  days(playerId: number, first: string, last: string): Promise<{ answered: string[]; asked: string[]; pauses: Pause[] }>
}
