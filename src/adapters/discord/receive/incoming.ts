import type { ChatEvent } from '../../../ports/chat-event.ts'

/** An interaction as our own event, and the ways that Discord leaves us to answer it. */
export type Incoming = { event: ChatEvent; way: AnswerWay }

export type AnswerWay =
  | (Interaction & { kind: 'command' | 'press' | 'submit' })
  | { kind: 'complete'; asked: Completion }

type Interaction = {
  token: string
  /** For direct messages, where Discord does not tell the server that something is about. */
  guild?: string
}

/** What half an option becomes. */
export type Completion = {
  /** The words before it, with a space behind them. */
  before: string
  typed: string
  /** Words of other options of the same command. */
  others: readonly string[]
}
