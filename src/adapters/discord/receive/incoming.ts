import type { ChatEvent } from '../../../ports/chat-event.ts'

/** An interaction as a `ChatEvent`, with the ways in which Discord lets us respond. */
export type Incoming = { event: ChatEvent; way: AnswerWay }

export type AnswerWay =
  | (Interaction & { kind: 'command' | 'press' | 'submit' })
  | { kind: 'complete'; asked: Completion }

type Interaction = {
  token: string
  /** The server of a direct message's button, which the interaction doesn't contain. */
  guild?: string
}

/** The state of a partially typed option. */
export type Completion = {
  /** The words before the option, followed by a space. */
  before: string
  typed: string
  /** The values of the other options of the command. */
  others: readonly string[]
}
