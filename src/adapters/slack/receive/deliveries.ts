import type { HandleEvent, Reply } from '../../../ports/chat-event.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Incoming } from './incoming.ts'

/** The handling of one event, shared by all its deliveries. */
export type Handling = {
  reply: Promise<Reply>
  /** Resolves when the reply is known to take longer than the acknowledgement may. */
  slow: Promise<void>
  /** Only the first delivery acts on the reply. A copy is only acknowledged. */
  first: boolean
}

const keptMs = 10 * 60_000
const mostKept = 5000

/**
 * Handles each event once. Slack resends an event if our response was late or lost. A copy that arrives while the first
 * delivery is being handled shares its reply, and a later copy is ignored. If handling failed, a copy is handled again.
 */
export function createDeliveries(deps: {
  handleEvent: HandleEvent
  clock: Clock
}): (incoming: Incoming, slow: Promise<void>) => Handling {
  const running = new Map<string, Handling>()
  const done = new Map<string, number>()

  function start(id: string, { event, way }: Incoming, slow: Promise<void>): Handling {
    const reply = deps.handleEvent(event)
    const handling = { reply, slow, first: true }
    running.set(id, handling)
    const finish = () => running.delete(id)
    reply.then(() => {
      finish()
      // A copy of an interaction needs its own reply, so only events are remembered.
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
    const earlier = running.get(event.id)
    if (earlier) return { ...earlier, first: false }
    if ((done.get(event.id) ?? 0) > deps.clock.now().getTime()) {
      return { reply: Promise.resolve({ kind: 'nothing' }), slow, first: false }
    }
    return start(event.id, incoming, slow)
  }
}
