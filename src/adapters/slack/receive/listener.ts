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
import { headStartMs } from './head-start.ts'
import { createHomeWatch } from './home-watch.ts'
import type { AnswerWay, Incoming } from './incoming.ts'
import { type Payload, readPayload } from './payloads.ts'
import { type Answer, type FollowUp, holdingAnswer, lateAnswer, promptAnswer } from './replies.ts'
import { sentFile } from './sent-file.ts'

/** What Bolt passes on for a payload. */
export type Arrival = {
  body: unknown
  requestId?: string
  /** The request's signature; undefined if nobody signs, as with Socket Mode. */
  delivery?: string
  /** Whether Slack says that it sent this before. */
  again: boolean
}

export type Listener = {
  /** Returns the body of the acknowledgement, if it has one. Rejects with `NotTaken`. */
  hear(arrival: Arrival): Promise<Answer['ack']>
  /** Stops updating Home tabs, and waits for the replies that follow acknowledgements. */
  settled(): Promise<void>
}

/** The event wasn't handled: Slack should send it again. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
}

type ListenerDeps = SlackDeps & {
  handleEvent: HandleEvent
  people: People
  /** The workspaces affected by an owner's uninstall at `at`. */
  lostBy(owner: Place, at: Date): Promise<Place[]>
  /** Deletes the stored credentials of a workspace. */
  forget(workspace: Place): Promise<void>
}

const published = z.object({})

/** Slack waits three seconds for an acknowledgement; the rest is for the network. */
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
    const [late] = await Promise.all([reply, incoming.way.kind === 'submit' ? wait(headStartMs) : undefined])
    await send(incoming, again, lateAnswer(incoming.way, late))
  }

  return {
    async hear({ body, requestId, delivery, again }) {
      const read = readPayload(body)
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

/** Slack's events don't include the display name: the next event will have it. */
async function learnName({ people, log }: ListenerDeps, { event }: Incoming): Promise<void> {
  if (!('player' in event)) return
  await people.learnName(event.player.ref).catch((error: unknown) => {
    log.debug({ err: error }, 'the name of a person could not be looked up')
  })
}

/** Forgets a workspace only after what had to be done for it was done. */
async function handleOrLeave(deps: ListenerDeps, event: ChatEvent): Promise<Reply> {
  if (event.kind !== 'removed') return deps.handleEvent(event)
  // The named owner comes last: if this is interrupted, Slack resends the event and the rest follows.
  for (const workspace of (await deps.lostBy(event.workspace, event.at)).toReversed()) {
    await deps.handleEvent({ ...event, workspace })
    await deps.forget(workspace)
  }
  return { kind: 'nothing' }
}

/** `asking` is called before Slack is asked about a person, which takes a while. */
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

/** The reply, or undefined if it takes longer than the acknowledgement may. */
async function inTime(way: AnswerWay, { reply, slow }: Handling): Promise<Reply | undefined> {
  const tooLate = Promise.withResolvers<void>()
  // Nobody waits for the response to an event, and one that is acknowledged unhandled would be lost if this process
  // died.
  const timer = isAwaited(way) ? setTimeout(tooLate.resolve, longestAckMs) : undefined
  try {
    return await Promise.race([reply, slow.then(() => undefined), tooLate.promise.then(() => undefined)])
  } catch (error) {
    throw new NotTaken('an event was not handled', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

function isAwaited(way: AnswerWay): boolean {
  return way.kind === 'command' || way.kind === 'press' || way.kind === 'submit'
}
