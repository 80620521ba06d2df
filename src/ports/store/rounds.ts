import type { TeamRound } from '../../domain/memory/team-memory.ts'
import type { AskedQuestion } from '../../domain/pick-question.ts'
import type { Place } from '../../domain/place.ts'
import type { Round, RoundState } from '../../domain/round.ts'

/** A round that is over, and how it went. */
export type RoundOutcome = TeamRound & { roundId: number; channelId: number; questionId: string }

export type NewRound = Omit<Round, 'id' | 'state' | 'posted' | 'openedAt' | 'closesAt' | 'closedAt' | 'revealedAt'>

/** A round whose answer was shown. */
export type PastRound = {
  round: Round
  /** The how-manieth question of its channel it was. */
  number: number
  /** How many people had a grade, and how many of them had it right. */
  players: number
  correct: number
}

export type PastPage = {
  /** Ids of questions that are left out. */
  without: readonly string[]
  /** The round that the page begins with. */
  from?: number
  limit: number
}

export type Rounds = {
  /** Nothing comes back where the channel already has a scheduled round for that local date. */
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
   * For whoever decides about grades that exist: from now until the transaction ends, nobody else does so in these rounds, and
   * no grade is saved. What is being graded by what was true before is graded again. Call it before locking anything else.
   */
  holdGrading(
    of: { roundId: number } | { questionId: string; workspaceId?: number; questionVersion?: string },
  ): Promise<void>
  /** Rounds of a channel, newest first. */
  latest(channelId: number, states: RoundState[], limit: number): Promise<Round[]>
  /** The round that a player answered last, in a channel or anywhere. */
  lastAnswered(playerId: number, channelId?: number): Promise<Round | undefined>
  /** The how-manieth question of its channel a round is; those that could not be posted don't count. */
  numberOf(round: Pick<Round, 'id' | 'channelId'>): Promise<number>
  /**
   * Open rounds of a workspace in channels where this player has answered before, newest first: somebody who never did may
   * not even be in the channel.
   */
  openFor(player: { id: number; workspaceId: number }, limit: number): Promise<Round[]>
  /** Rounds whose answer was shown, of a channel or of a whole workspace, newest first. */
  past(where: { workspaceId: number; channelId?: number }, page: PastPage): Promise<PastRound[]>
  /** What a channel was asked and when, for choosing what comes next. */
  history(channelId: number): Promise<AskedQuestion[]>
  /** Counts anew who answered and who got it, in those of these rounds that were counted. */
  recount(roundIds: readonly number[]): Promise<void>
  /** Counts revealed rounds that were never counted, the latest first. Gives how many it took. */
  countPast(limit: number): Promise<number>
  /** The latest counted rounds of a workspace, or of one of its channels, oldest first. */
  outcomes(of: { workspaceId: number; channelId?: number }, limit: number): Promise<RoundOutcome[]>
  /** Ids of the questions whose answer is still a secret in a workspace: being posted, open, or not revealed yet. */
  unrevealed(workspaceId: number): Promise<string[]>
  /**
   * Rounds that somebody has to see to: unposted since `before`, open past `now`, or closed and not revealed; from the id
   * behind `after`, in their order.
   */
  unfinished(page: {
    before: Date
    now: Date
    after: number
    limit: number
  }): Promise<{ id: number; workspaceId: number; state: RoundState }[]>
}
