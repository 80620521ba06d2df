import type { FastifyInstance } from 'fastify'
import type { ChatEvent } from '../../../ports/chat-event.ts'
import type { PlayOptions } from '../options.ts'
import { channelInPath, sandboxPath } from '../places.ts'
import { cleanPlayerName } from '../player-name.ts'
import { rememberVisitor } from '../visitor-cookie.ts'
import { commandEvent, eventId, pressEvent, type Scene, submitEvent } from './events.ts'
import { nameForm, pressForm, readFields, sayForm, submitForm, teamForm } from './form-body.ts'
import type { Guard, InSandbox } from './guard.ts'
import { carryOut, type Outcome } from './replies.ts'
import { respond, wantsJson } from './respond.ts'
import { say } from './say.ts'

/** Everything that does something. */
export function sendingRoutes(app: FastifyInstance, options: PlayOptions, guard: Guard): void {
  const { transcript, handleEvent } = options

  async function handle(scene: Scene, once: string, event: ChatEvent): Promise<Outcome> {
    const to = { player: scene.guest.ref, channel: scene.channel.ref, eventId: eventId(scene, once) }
    return carryOut(transcript, await handleEvent(event), to)
  }

  /** A form of a channel's page. */
  function inChannel(what: string, act: (scene: Scene, body: unknown) => Promise<Outcome>): void {
    app.post<{ Params: { sandbox: string; channel: string } }>(`/play/:sandbox/c/:channel/${what}`, (request, reply) =>
      guard(request, reply, async (guest) => {
        const scene = { guest, channel: channelInPath(guest.sandbox, request.params.channel), requestId: request.id }
        return respond(request, reply, await act(scene, request.body), scene)
      }),
    )
  }

  inChannel('say', async (scene, body) => {
    const { text, once } = readFields(sayForm, body)
    return say(transcript, scene, text, once, (words) => handle(scene, once, commandEvent(scene, words, once)))
  })

  inChannel('press', async (scene, body) => {
    const form = readFields(pressForm, body)
    return handle(scene, form.once, pressEvent(scene, form))
  })

  inChannel('submit', async (scene, body) => {
    const form = readFields(submitForm, body)
    return handle(scene, form.once, submitEvent(scene, form))
  })

  app.post<InSandbox>('/play/:sandbox/team', (request, reply) =>
    guard(request, reply, async (guest) => {
      const { team, verb, once } = readFields(teamForm, request.body)
      const scene = { guest, channel: guest.sandbox.channels[0], requestId: request.id }
      const words = verb === 'leave' ? 'team leave' : `team ${verb} ${team}`
      return respond(request, reply, await handle(scene, once, commandEvent(scene, words, once)), scene)
    }),
  )

  app.post<InSandbox>('/play/:sandbox/me', (request, reply) =>
    guard(request, reply, async (guest, visitor) => {
      const name = cleanPlayerName(readFields(nameForm, request.body).name) ?? visitor.name
      rememberVisitor(request, reply, { ...visitor, name }, { secret: options.secret, now: options.clock.now() })
      return wantsJson(request) ? reply.send({ kind: 'reload' }) : reply.redirect(sandboxPath(guest.sandbox), 303)
    }),
  )
}
