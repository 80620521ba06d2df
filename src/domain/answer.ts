/**
 * `received`: stored. `graded`: grade and points saved. `told`: the player was notified. Each step checks the state
 * first.
 */
export type AnswerState = 'received' | 'graded' | 'told'

export type Answer = {
  id: number
  roundId: number
  playerId: number
  /** The player's team at the time of the answer. */
  teamId?: number
  /** Counts from 1. */
  attempt: number
  /** Empty after the player asked to be forgotten. */
  text: string
  state: AnswerState
  /** Identifies the event's reply so that it can be completed later. Only the chat adapter can read it. */
  path?: string
  requestId?: string
  receivedAt: Date
}

/** Normalizes a text so that two texts with the same words are equal. Ignores case, spacing and variants of letters. */
export function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
