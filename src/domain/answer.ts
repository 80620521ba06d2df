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

const notKnown = new Set([
  ...['idk', 'dunno', 'i dunno', 'no idea', 'i have no idea', 'no clue', 'i have no clue', 'not sure', 'beats me'],
  ...["i'm not sure", 'im not sure', "don't know", 'dont know', 'do not know'],
  ...["i don't know", 'i dont know', 'i do not know', 'i forgot', "can't remember", "i can't remember", 'no answer'],
  ...[
    'weiß nicht',
    'weiß ich nicht',
    'ich weiß nicht',
    'keine ahnung',
    'keine idee',
    'je ne sais pas',
    'no sé',
    'no lo sé',
  ],
])

/** Words that people add to such texts. */
const polite = /^(?:sorry|um+|uh+|hm+|well)[\s,.!]+|[\s,.!]+(?:sorry|tbh|honestly|really)$/gu

/** Emoji, question marks and ellipses. Digits and other symbols can be an answer, such as `*`. */
const onlySigns =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f?!\s]|\.\.+|…)+$/u

/** Whether the text says nothing that could be graded, such as `idk`, `?` or an emoji. */
export function isNoAnswer(text: string): boolean {
  const words = foldWords(text).replaceAll('’', "'")
  const bare = words
    .replace(/[\s.!?,]+$/u, '')
    .replace(polite, '')
    .replace(/[\s.!?,]+$/u, '')
  return onlySigns.test(words) || notKnown.has(bare)
}
