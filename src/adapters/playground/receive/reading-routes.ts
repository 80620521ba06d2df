import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Place } from '../../../domain/place.ts'
import type { TranscriptEntry } from '../../../ports/transcript.ts'
import { addressGroup } from '../../html/address-group.ts'
import { sendPage } from '../../html/page.ts'
import type { Names } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { channelPage } from '../pages/page.ts'
import type { Rendering } from '../pages/render.ts'
import { isWorking as isWorkingMessage } from '../pages/temporary-line.ts'
import { renderEntries } from '../pages/thread.ts'
import { type Channel, channelInPath } from '../places.ts'
import type { Streams } from '../streams/streams.ts'
import type { Guest } from '../visitor-cookie.ts'
import type { Arrivals } from './arrivals.ts'
import { completeEvent } from './events.ts'
import { completeQuery } from './form-body.ts'
import type { Guard, InSandbox } from './guard.ts'

const shownAtFirst = 50
/** In characters of JSON. The rendered page is a few times larger. */
const mostShown = 100_000

const streamQuery = z.object({ after: z.coerce.number().int().min(0).catch(0) })
const lastEvent = z.coerce.number().int().min(0)

type Reading = {
  streams: Streams
  names: Names
  arrivals: Arrivals
  guard: Guard
  renderingIn: (channel: Place) => Rendering
}
type InChannel = { Params: { sandbox: string; channel: string } }

export function readingRoutes(
  app: FastifyInstance,
  options: PlayOptions,
  { streams, names, arrivals, guard, renderingIn }: Reading,
): void {
  async function showChannel(reply: FastifyReply, guest: Guest, channel: Channel): Promise<FastifyReply> {
    const entries = fitting(await options.transcript.since(channel.ref, guest.ref, 0, shownAtFirst))
    for (const { author } of entries) if (author) names.learn(author)
    const lines = renderEntries(entries, () => renderingIn(channel.ref), guest.ref)
    const sequence = Math.max(0, ...entries.map((entry) => entry.sequence))
    const people = streams.people(guest.sandbox)
    const isWorking = entries.some(({ message }) => isWorkingMessage(message))
    const view = { guest, people, channel, lines, sequence, isWorking, open: openQuestions(entries) }
    return sendPage(reply, 200, channelPage({ ...view, once: randomUUID() }))
  }

  app.get('/play', async (request, reply) => {
    const { home } = arrivals.atDoor(request, reply)
    return reply.header('cache-control', 'no-store').redirect(`/play/${home.id}`, 303)
  })

  app.get<InSandbox>('/play/:sandbox', async (request, reply) => {
    const guest = await arrivals.arrive(request, reply)
    return showChannel(reply, guest, guest.sandbox.channels[0])
  })

  app.get<InChannel>('/play/:sandbox/c/:channel', async (request, reply) => {
    const guest = await arrivals.arrive(request, reply)
    return showChannel(reply, guest, channelInPath(guest.sandbox, request.params.channel))
  })

  app.get<InChannel>('/play/:sandbox/c/:channel/events', { exposeHeadRoute: false }, async (request, reply) => {
    const guest = await arrivals.known(request)
    const channel = channelInPath(guest.sandbox, request.params.channel)
    const { after } = streamQuery.parse(request.query)
    const resumed = lastEvent.catch(after).parse(request.headers['last-event-id'])
    const stream = streams.open({ guest, channel: channel.ref, after: resumed, address: addressGroup(request.ip) })
    if (!stream) throw Object.assign(new Error('too many streams'), { statusCode: 429 })
    // The page doesn't wait for it, and a refused stream creates nothing.
    arrivals.moveIn(request, guest).catch((err: unknown) => request.log.warn({ err }, 'a sandbox could not be created'))
    reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no').type('text/event-stream; charset=utf-8')
    return reply.send(stream)
  })

  // A completion is requested at every keystroke, so it counts as an action.
  app.get<InChannel>('/play/:sandbox/c/:channel/complete', (request, reply) =>
    guard(
      request,
      reply,
      async (guest) => {
        const channel = channelInPath(guest.sandbox, request.params.channel)
        const { words } = completeQuery.parse(request.query)
        const found = await options.handleEvent(completeEvent({ guest, channel, requestId: request.id }, words))
        const choices = found.kind === 'choices' ? found.choices : []
        return reply.header('cache-control', 'no-store').send({ choices })
      },
      'look',
    ),
  )
}

function openQuestions(entries: readonly TranscriptEntry[]): number {
  const shared = entries.filter(({ onlyFor }) => onlyFor === undefined)
  const buttons = shared.flatMap(({ message }) =>
    message.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : [])),
  )
  return new Set(buttons.flatMap((one) => ('action' in one && one.action.startsWith('answer:') ? one.action : []))).size
}

function fitting(entries: readonly TranscriptEntry[]): TranscriptEntry[] {
  let room = mostShown
  const from = entries.findLastIndex(({ message }) => {
    room -= JSON.stringify(message).length
    return room < 0
  })
  return entries.slice(from + 1)
}
