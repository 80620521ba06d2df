/** `received`: stored. `graded`: grade and points saved. `told`: the player knows. Each step checks it first. */
export type AnswerState = 'received' | 'graded' | 'told'

export type Answer = {
  id: number
  roundId: number
  playerId: number
  /** The team the player was in when answering. */
  teamId?: number
  /** 1 for the first. */
  attempt: number
  /** Empty once the player asked to be forgotten. */
  text: string
  state: AnswerState
  /** How to complete the reply to the event that the answer came in; only the chat adapter can read it. */
  path?: string
  requestId?: string
  receivedAt: Date
}

/** Texts that fold to the same string are the same words: case, spacing and variants of a letter are ignored. */
export function foldWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}
