import type { Pause } from '../../domain/habit/pause.ts'
import type { OpenRound, ReminderTime } from '../../domain/habit/reminder.ts'
import type { AskedDays } from '../../domain/habit/streak.ts'
import type { GradedAnswer } from '../../domain/progress/answered.ts'

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

/** What one player wants to be reminded of, and when. It stays when it is off: the zone need not be asked for again. */
export type Reminder = ReminderTime & {
  playerId: number
  workspaceId: number
  /** Where they asked for it: its questions count, also before they have answered one there. */
  channelId?: number
  /** When it comes next; none while it is off. */
  dueAt?: Date
}

export type Reminders = {
  find(playerId: number): Promise<Reminder | undefined>
  /** Makes it, or changes the one that is there. */
  keep(reminder: Reminder): Promise<void>
  /** Those due at `now`, in pages by the player's id. */
  due(
    now: Date,
    page: { after: number; limit: number },
  ): Promise<{ id: number; workspaceId: number; dueAt: Date; zone: string }[]>
  /** What schedules have asked where the player plays or asked to be reminded, and is open. */
  openRounds(playerId: number, now: Date): Promise<OpenRound[]>
  /** Notes that the player is being reminded on a local date of theirs. False if they were told on that date. */
  begin(player: { id: number; workspaceId: number }, date: string): Promise<boolean>
  told(playerId: number, date: string, at: Date): Promise<void>
  /** Whether the player has answered in exactly three rounds and never decided about reminders. */
  mayOffer(playerId: number): Promise<boolean>
}

export type Pauses = {
  /** Oldest first. */
  of(playerId: number): Promise<Pause[]>
  /** These take the place of all that the player had. */
  keep(player: { id: number; workspaceId: number }, pauses: readonly Pause[]): Promise<void>
}

export type Progress = {
  /** Every graded answer of a player, in the order in which they were given. */
  answers(playerId: number): Promise<GradedAnswer[]>
  /**
   * The days from `first` to `last`, both counted, whose question the player answered, and those on which a schedule asked
   * something where they play; with all of the player's pauses, oldest first.
   */
  days(playerId: number, first: string, last: string): Promise<{ answered: string[]; asked: string[]; pauses: Pause[] }>
}
