import type { ChatEvent } from '../../../ports/chat-event.ts'
import type { ViewMemory } from './view-memory.ts'

export type Incoming = { event: ChatEvent; way: AnswerWay }

export type AnswerWay =
  | (Interaction & { kind: 'command' })
  | (Interaction & { kind: 'press'; user: string; view?: OpenView })
  | { kind: 'submit'; view: OpenView; memory: ViewMemory }
  /** A mention or a direct message, which is answered with a new message. */
  | { kind: 'message'; channel: string; user: string; thread?: string; direct: boolean }
  | { kind: 'home'; user: string }
  | { kind: 'none' }

export type OpenView = { id: string; title: string }

type Interaction = {
  /** Opens one modal within three seconds. */
  triggerId?: string
  responseUrl?: string
  memory: ViewMemory
}

export function unsupported(what: string): Incoming {
  return { event: { kind: 'unsupported', what }, way: { kind: 'none' } }
}
