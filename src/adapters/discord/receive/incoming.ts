import type { ChatEvent } from '../../../ports/chat-event.ts'

/** An interaction as our own event, and the ways in which Discord lets us respond to it. */
export type Incoming = { event: ChatEvent; way: AnswerWay }

export type AnswerWay =
  | (Interaction & { kind: 'command' | 'press' | 'submit' })
  | { kind: 'complete'; asked: Completion }

type Interaction = {
  token: string
  /** For direct messages, where Discord does not say which server something is about. */
  guild?: string
}

/** How to complete a partial option. */
export type Completion = {
  /** The words before it, followed by a space. */
  before: string
  typed: string
  /** Words of other options of the same command. */
  others: readonly string[]
}
