import type { Answer } from '../../domain/answer.ts'
import type { Place } from '../../domain/place.ts'
import type { Round } from '../../domain/round.ts'
import type { Attempt, NewAnswer } from './answers.ts'
import type { Channel } from './channels.ts'
import type { Player } from './players.ts'
import type { Workspace } from './workspaces.ts'

type Seen = { ref: Place; name: string }
type Found = { workspace: Workspace; player: Player; channel?: Channel }

/**
 * The team in which a person's groups place them, if it differs from their current team. Null if they have to leave
 * their team, because it follows a group that they aren't in. A person in two groups stays in their team.
 */
export type Belongs = { teamId: number | null }

/** A round, and what the asker has answered in it, first to last. */
export type Playing = { round: Round; attempts: Attempt[] }

/**
 * An asker's first try in a round, which can be stored in the same statement. `accepts` returns whether the rules allow
 * it in the round as last seen. It is stored if the round is still the same and the asker has no other try.
 */
export type FirstTry = {
  answer: Omit<NewAnswer, 'roundId' | 'playerId' | 'teamId' | 'attempt'>
  accepts(round: Round): boolean
}

export type Askers = {
  /**
   * Does the work of each table's `recognise` in one statement. `replayed` is true if any process has already seen a
   * request with the same `delivery`. `stored` is the first try, if it could be stored in the same statement.
   */
  recognise(seen: {
    workspace: Seen
    /** `handle` is the name to use until the platform provides one. */
    player: Seen & { handle?: string; groups?: readonly Place[] }
    channel?: Seen
    delivery?: string
    /** The round that they act on. */
    roundId?: number
    firstTry?: FirstTry
  }): Promise<Found & { replayed?: true; belongs?: Belongs; playing?: Playing; stored?: Answer }>
  /** Returns the asker if they are stored, with the channel if it is stored too. Stores nothing. */
  find(seen: { workspace: Seen; player: Seen; channel?: Seen }): Promise<Found | undefined>
  /** A player and their workspace, even if the player was forgotten. */
  ofPlayer(playerId: number): Promise<Pick<Found, 'workspace' | 'player'> | undefined>
  /** Deletes the records of deliveries from before that time. */
  forgetDeliveries(before: Date): Promise<void>
}
