import type { Schedule } from '../../domain/calendar.ts'
import type { TeamRound } from '../../domain/memory/team-memory.ts'
import type { AskedQuestion } from '../../domain/pick-question.ts'
import type { Place } from '../../domain/place.ts'
import type { Round, RoundState } from '../../domain/round.ts'
import type { Channel } from './channels.ts'

/** A round that is over, and how it went. */
export type RoundOutcome = TeamRound & { roundId: number; channelId: number; questionId: string }

export type NewRound = Omit<
  Round,
  'id' | 'state' | 'overlayId' | 'posted' | 'openedAt' | 'closesAt' | 'closedAt' | 'revealedAt'
>

/** A round whose answer was shown. */
export type PastRound = {
  round: Round
  /** Its number among the channel's questions. */
  number: number
  /** How many people got a grade, and how many of them were right. */
  players: number
  correct: number
}

export type PastPage = {
  /** Ids of questions to leave out. */
  without: readonly string[]
  /** The round that the page begins with. */
  from?: number
  limit: number
}

export type Rounds = {
  /**
   * With what the workspace has added to the question by now. Undefined if the channel already has a scheduled round for that
   * local date.
   */
  create(round: NewRound): Promise<Round | undefined>
  /** With `lock`, nobody else changes the round until the transaction ends. */
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
   * For decisions about existing grades: from now until the transaction ends, nobody else decides in these rounds, and
   * no grade is saved. Answers that are being graded with outdated data are graded again. Call it before locking
   * anything else.
   */
  holdGrading(
    of: { roundId: number } | { questionId: string; workspaceId?: number; questionVersion?: string },
  ): Promise<void>
  /** Rounds of a channel, newest first. */
  latest(channelId: number, states: RoundState[], limit: number): Promise<Round[]>
  /** The round that a player last answered, in a channel or anywhere. */
  lastAnswered(playerId: number, channelId?: number): Promise<Round | undefined>
  /** A round's number among its channel's questions; those that couldn't be posted don't count. */
  numberOf(round: Pick<Round, 'id' | 'channelId'>): Promise<number>
  /**
   * Open rounds of a workspace in channels where this player has answered before, newest first: others may not even be
   * in the channel.
   */
  openFor(player: { id: number; workspaceId: number }, limit: number): Promise<Round[]>
  /** Rounds whose answer was shown, of a channel or of a whole workspace, newest first. */
  past(where: { workspaceId: number; channelId?: number }, page: PastPage): Promise<PastRound[]>
  /** What a channel was asked and when, for choosing what comes next. */
  history(channelId: number): Promise<AskedQuestion[]>
  /**
   * Recounts the figures that the desk shows (how many answered, how many were right, and so on), for those of the
   * given rounds that are revealed. No grade can be saved in them until the transaction ends.
   */
  recount(roundIds: readonly number[]): Promise<void>
  /**
   * Recounts revealed rounds that were never counted, or not since their latest grade, latest first. Returns how many.
   */
  countPast(limit: number): Promise<number>
  /** The latest counted rounds of a workspace, or of one of its channels, oldest first. */
  outcomes(of: { workspaceId: number; channelId?: number }, limit: number): Promise<RoundOutcome[]>
  /** Ids of the questions whose answer is still a secret in a workspace: being posted, open, or not revealed yet. */
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

/** What choosing a channel's next question rests on. */
export type AskSheet = {
  channel: Channel
  /** As `rounds.history` tells it. */
  history: AskedQuestion[]
  /** As `rounds.unrevealed` tells it. */
  secret: string[]
}

/** `taken`: another channel of the workspace got that question meanwhile, and nothing was done. `had`: there was a round for that date. */
export type AskedDaily = { kind: 'asked'; roundId: number } | { kind: 'had' } | { kind: 'none' } | { kind: 'taken' }

/**
 * The steps of the question of the day, for one channel each. Thousands of channels take them in the same minute, so those that
 * come together share a statement; none waits for another's lock for long or fails for another's error.
 */
export type Posting = {
  sheet(channelId: number): Promise<AskSheet | undefined>
  /**
   * Saves the round of a day, if there is to be one, takes its question out of those pinned, and stores the schedule with fresh
   * holidays and the time of the next question. If the schedule is no longer the one in the sheet, that time is left alone:
   * the person who changed, ended or paused it has set it. With `unlessTaken`, nothing is saved if the question has become a
   * secret of the workspace.
   */
  ask(wanted: {
    channel: Channel
    next: { schedule: Schedule; nextPostAt: Date | null }
    round?: NewRound
    unlessTaken: boolean
  }): Promise<AskedDaily>
  /** A round with its channel. */
  round(roundId: number): Promise<{ round: Round; channel: Channel } | undefined>
  /**
   * Notes that a round was posted, unless somebody did. From then on people can answer it, until `closesAt`; with a question of
   * the day, the channel's count of days without a post starts over. Earlier open rounds of the channel end: before a question of
   * the day all of them, now; before an extra one the extra ones, once they were open for `leastMs`. Gives those that end now.
   */
  open(posted: {
    round: Round
    posted: Place
    now: Date
    closesAt: Date
    leastMs: number
  }): Promise<{ id: number; workspaceId: number }[]>
}
