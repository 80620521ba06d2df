import type { Schedule } from '../../domain/calendar.ts'
import type { TeamRound } from '../../domain/memory/team-memory.ts'
import type { AskedQuestion } from '../../domain/pick-question.ts'
import type { Place } from '../../domain/place.ts'
import type { Round, RoundState } from '../../domain/round.ts'
import type { Channel } from './channels.ts'

/** A finished round and its results. */
export type RoundOutcome = TeamRound & { roundId: number; channelId: number; questionId: string }

export type NewRound = Omit<
  Round,
  'id' | 'state' | 'overlayId' | 'posted' | 'openedAt' | 'closesAt' | 'closedAt' | 'revealedAt'
>

/** A round whose answer was revealed. */
export type PastRound = {
  round: Round
  /** Its number among the channel's questions. */
  number: number
  /** How many players were graded, and how many of them were correct. */
  players: number
  correct: number
}

export type PastPage = {
  /** Ids of questions to exclude. */
  without: readonly string[]
  /** The id of the page's first round. */
  from?: number
  limit: number
}

export type Rounds = {
  /**
   * Stores the round with the newest additions of the workspace to its question. Returns undefined if the channel
   * already has a scheduled round for that local date.
   */
  create(round: NewRound): Promise<Round | undefined>
  /** With `lock`, no other transaction can change the round until this one ends. */
  find(id: number, lock?: 'lock'): Promise<Round | undefined>
  change(
    id: number,
    change: Partial<{
      state: RoundState
      posted: Place
      openedAt: Date
      closesAt: Date | null
      closedAt: Date
      revealedAt: Date
      answered: number
      correct: number
    }>,
  ): Promise<Round>
  /**
   * For decisions about existing grades. Until the transaction ends, no other decision can be made in these rounds and
   * no grade is saved. Answers that were being graded with outdated data are graded again. Call it before locking
   * anything else.
   */
  holdGrading(
    of: { roundId: number } | { questionId: string; workspaceId?: number; questionVersion?: string },
  ): Promise<void>
  /** Rounds of a channel, newest first. */
  latest(channelId: number, states: RoundState[], limit: number): Promise<Round[]>
  /** The round that a player answered most recently, in a channel or anywhere. */
  lastAnswered(playerId: number, channelId?: number): Promise<Round | undefined>
  /** A round's number among its channel's questions. Rounds that couldn't be posted don't count. */
  numberOf(round: Pick<Round, 'id' | 'channelId'>): Promise<number>
  /**
   * Open rounds of a workspace, newest first. Includes only channels where the player has answered before, because they
   * may not be in the others.
   */
  openFor(player: { id: number; workspaceId: number }, limit: number): Promise<Round[]>
  /** Revealed rounds of a channel or of a whole workspace, newest first. */
  past(where: { workspaceId: number; channelId?: number }, page: PastPage): Promise<PastRound[]>
  history(channelId: number): Promise<AskedQuestion[]>
  /**
   * Recounts the figures that the desk shows (players who answered, correct answers, and so on) for the given rounds
   * that are revealed. No grade can be saved in them until the transaction ends.
   */
  recount(roundIds: readonly number[]): Promise<void>
  /**
   * Recounts revealed rounds that were never counted, or not since their latest grade, newest first. Returns how many.
   */
  countPast(limit: number): Promise<number>
  /** The most recent counted rounds of a workspace, or of one of its channels, oldest first. */
  outcomes(of: { workspaceId: number; channelId?: number }, limit: number): Promise<RoundOutcome[]>
  /**
   * Ids of the questions whose answer is still secret in a workspace because they are being posted, open, or not
   * revealed yet.
   */
  unrevealed(workspaceId: number): Promise<string[]>
  /**
   * Rounds that need attention: unposted since `before`, open past `now`, or closed and not revealed; ids above
   * `after`, ascending.
   */
  unfinished(page: {
    before: Date
    now: Date
    after: number
    limit: number
  }): Promise<{ id: number; workspaceId: number; state: RoundState }[]>
}

/** The data from which a channel's next question is chosen. */
export type AskSheet = {
  channel: Channel
  /** See `rounds.history`. */
  history: AskedQuestion[]
  /** See `rounds.unrevealed`. */
  secret: string[]
}

/**
 * `taken`: another channel of the workspace got that question in the meantime, and nothing was saved. `had`: there
 * already was a round for that date.
 */
export type AskedDaily = { kind: 'asked'; roundId: number } | { kind: 'had' } | { kind: 'none' } | { kind: 'taken' }

/**
 * The steps that post the question of the day in one channel. Thousands of channels take them in the same minute, so
 * concurrent calls share a statement. No call waits long for another's lock or fails because of another's error.
 */
export type Posting = {
  sheet(channelId: number): Promise<AskSheet | undefined>
  /**
   * Saves the round of the day, if there is one, unpins its question, and stores the schedule with updated holidays and
   * the time of the next question. If the schedule has changed since the sheet was read, the time of the next question
   * is kept, because the person who changed, ended or paused the schedule has set it. With `unlessTaken`, nothing is
   * saved if the question has become secret in the workspace.
   */
  ask(wanted: {
    channel: Channel
    next: { schedule: Schedule; nextPostAt: Date | null }
    round?: NewRound
    unlessTaken: boolean
  }): Promise<AskedDaily>
  round(roundId: number): Promise<{ round: Round; channel: Channel } | undefined>
  /**
   * Records that a round was posted, if that isn't recorded yet. People can then answer it until `closesAt`. A question
   * of the day also resets the channel's count of failed days, and closes the channel's earlier questions of the day.
   * Returns the closed rounds.
   */
  open(posted: {
    round: Round
    posted: Place
    now: Date
    closesAt: Date
  }): Promise<{ id: number; workspaceId: number }[]>
}
