import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type Place, placeParts } from '../../../domain/place.ts'
import type { ChatEvent, HandleEvent, Reply } from '../../../ports/chat-event.ts'
import { trackBackgroundWork } from '../../chats/background-work.ts'
import type { SlackDeps } from '../deps.ts'
import type { People, Person } from '../people.ts'
import { createDeliveries, type Handling } from './deliveries.ts'
import { toChatEvent } from './events.ts'
import { sendFollowUp } from './follow-up.ts'
import { createHomeWatch } from './home-watch.ts'
import type { AnswerWay, Incoming } from './incoming.ts'
import { type Payload, readPayload } from './payloads.ts'
import { type Answer, type FollowUp, holdingAnswer, lateAnswer, promptAnswer } from './replies.ts'
import { sentFile } from './sent-file.ts'
import { updateDelayMs } from './update-delay.ts'

export type Arrival = {
  body: unknown
  /** The parsed body, if it was parsed before. */
  payload?: Payload
  requestId?: string
  /** The request's signature, or undefined in Socket Mode, where requests aren't signed. */
  delivery?: string
  again: boolean
}

export type Listener = {
  /** Returns the body of the acknowledgement, if it has one. Rejects with `NotHandled`. */
  handle(arrival: Arrival): Promise<Answer['ack']>
  /** Stops refreshing Home tabs, and waits for the replies that follow acknowledgements. */
  settled(): Promise<void>
}

/** The event wasn't handled, so Slack should resend it. */
export class NotHandled extends Error {
  override readonly name = 'NotHandled'
}

type ListenerDeps = SlackDeps & {
  handleEvent: HandleEvent
  people: People
  lostBy(owner: Place, at: Date): Promise<Place[]>
  forget(workspace: Place): Promise<void>
}

const published = z.object({})

/** Slack waits three seconds for an acknowledgement. The remaining second is for the network. */
const longestAckMs = 2000

export function createListener(deps: ListenerDeps): Listener {
  const { follow, settled } = trackBackgroundWork((error) =>
    deps.log.error({ err: error }, 'work after an acknowledgement failed'),
  )
  const take = createDeliveries({
    clock: deps.clock,
    handleEvent: (event) => handleOrLeave(deps, event),
  })

  const homes = createHomeWatch({
    ...deps,
    async publish({ player }, view) {
      const [team = '', user_id] = placeParts(player.ref)
      await deps.web.call(team, 'views.publish', { user_id, view }, published)
    },
  })

  function send({ event, way }: Incoming, again: boolean, then: FollowUp | undefined): Promise<void> {
    if (!then || !('player' in event)) return Promise.resolve()
    const [team = ''] = placeParts(event.workspace.ref)
    if ('call' in then && then.call === 'views.publish') homes.shown(event, then.args.view)
    return sendFollowUp(deps, { team, id: event.id, again }, way, then)
  }

  async function sendLate(incoming: Incoming, again: boolean, reply: Promise<Reply>): Promise<void> {
    const [late] = await Promise.all([reply, incoming.way.kind === 'submit' ? wait(updateDelayMs) : undefined])
    await send(incoming, again, lateAnswer(incoming.way, late))
  }

  return {
    async handle({ body, payload, requestId, delivery, again }) {
      const read = payload ?? readPayload(body)
      if (!read) return undefined
      const slow = Promise.withResolvers<void>()
      const incoming = toIncoming(deps, read, { requestId, delivery }, slow.resolve)
      follow(learnName(deps, incoming))
      const { way } = incoming
      const handling = take(incoming, slow.promise)
      const reply = await inTime(way, handling)
      if (reply) {
        const { ack, then } = promptAnswer(way, reply)
        if (handling.first) follow(send(incoming, again, then))
        return ack
      }
      if (handling.first) follow(sendLate(incoming, again, handling.reply))
      return holdingAnswer(way).ack
    },

    async settled() {
      homes.stop()
      await settled()
    },
  }
}

/** Slack's events don't include the display name, so this fetches it for the next event. */
async function learnName({ people, log }: ListenerDeps, { event }: Incoming): Promise<void> {
  if (!('player' in event)) return
  await people.learnName(event.player.ref).catch((error: unknown) => {
    log.debug({ err: error }, 'the name of a person could not be looked up')
  })
}

/** Deletes the credentials of a removed workspace, after the event has been handled. */
async function handleOrLeave(deps: ListenerDeps, event: ChatEvent): Promise<Reply> {
  if (event.kind !== 'removed') return deps.handleEvent(event)
  // The workspace that the event names comes last. If this is interrupted, Slack resends the event and the rest is done
  // then.
  for (const workspace of (await deps.lostBy(event.workspace, event.at)).toReversed()) {
    await deps.handleEvent({ ...event, workspace })
    await deps.forget(workspace)
  }
  return { kind: 'nothing' }
}

/** Calls `asking` before it looks a person up at Slack, which is slow. */
function toIncoming(
  { people, clock, web }: ListenerDeps,
  payload: Payload,
  { requestId, delivery }: { requestId: string | undefined; delivery: string | undefined },
  asking: () => void,
): Incoming {
  const about = async (player: Place): Promise<Person> => {
    const known = people.known(player)
    if (!known) asking()
    return known ?? (await people.learn(player))
  }
  return toChatEvent(payload, {
    isAdmin: async (player) => (await about(player)).admin,
    zoneOf: async (player) => (await about(player)).zone,
    nameOf: people.nameOf,
    fileOf: (team, file) => sentFile(web, team, file),
    now: clock.now().getTime(),
    ...(requestId === undefined ? {} : { requestId }),
    ...(delivery === undefined ? {} : { delivery }),
  })
}

/** Returns the reply, or undefined if it takes longer than the acknowledgement may. */
async function inTime(way: AnswerWay, { reply, slow }: Handling): Promise<Reply | undefined> {
  const tooLate = Promise.withResolvers<void>()
  // Nobody waits for the response to an event, so it is acknowledged only after it was handled. If it were acknowledged
  // earlier, it would be lost if this process died.
  const timer = isAwaited(way) ? setTimeout(tooLate.resolve, longestAckMs) : undefined
  try {
    return await Promise.race([reply, slow.then(() => undefined), tooLate.promise.then(() => undefined)])
  } catch (error) {
    throw new NotHandled('an event was not handled', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

function isAwaited(way: AnswerWay): boolean {
  return way.kind === 'command' || way.kind === 'press' || way.kind === 'submit'
}
