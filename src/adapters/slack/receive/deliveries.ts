import type { HandleEvent, Reply } from '../../../ports/chat-event.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Incoming } from './incoming.ts'

/** One event being handled, however often Slack delivers it. */
export type Handling = {
  reply: Promise<Reply>
  /** Settles once the reply is known to take longer than an acknowledgement may. */
  slow: Promise<void>
  /** Only the first delivery acts on the reply; a copy is just acknowledged. */
  first: boolean
}

const keptMs = 10 * 60_000
const mostKept = 5000

/**
 * Handles each event once. Slack resends an event if our response was late or lost, and a copy can arrive while the
 * first is still being handled: it shares that reply. An event that was handled is not handled again. A failed one may
 * be retried.
 */
export function createDeliveries(deps: {
  handleEvent: HandleEvent
  clock: Clock
}): (incoming: Incoming, slow: Promise<void>) => Handling {
  const underway = new Map<string, Handling>()
  const done = new Map<string, number>()

  function start(id: string, { event, way }: Incoming, slow: Promise<void>): Handling {
    const reply = deps.handleEvent(event)
    const handling = { reply, slow, first: true }
    underway.set(id, handling)
    const finish = () => underway.delete(id)
    reply.then(() => {
      finish()
      // A copy of an interaction waits for its own response; a copy of an event only needs an acknowledgement.
      if (way.kind === 'message' || way.kind === 'home') keep(id)
    }, finish)
    return handling
  }

  function keep(id: string): void {
    if (done.size >= mostKept) done.clear()
    done.set(id, deps.clock.now().getTime() + keptMs)
  }

  return (incoming, slow) => {
    const { event } = incoming
    if (!('id' in event)) return { reply: deps.handleEvent(event), slow, first: true }
    const earlier = underway.get(event.id)
    if (earlier) return { ...earlier, first: false }
    if ((done.get(event.id) ?? 0) > deps.clock.now().getTime()) {
      return { reply: Promise.resolve({ kind: 'nothing' }), slow, first: false }
    }
    return start(event.id, incoming, slow)
  }
}
