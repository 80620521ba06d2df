import type { FastifyInstance, FastifyRequest } from 'fastify'
import { playground } from '../../../messages/site/playground.ts'
import type { ChatEvent } from '../../../ports/chat-event.ts'
import { readFields } from '../../html/read-forms.ts'
import type { Names } from '../names.ts'
import type { PlayOptions } from '../options.ts'
import { type Channel, channelInPath, channelOr, sandboxPath } from '../places.ts'
import { readPlayerName } from '../player-name.ts'
import { type Guest, rememberVisitor } from '../visitor-cookie.ts'
import { browserZone } from './browser-zone.ts'
import { commandEvent, eventId, pressEvent, type Scene, submitEvent } from './events.ts'
import { nameForm, pressForm, sayForm, submitForm, teamForm } from './form-body.ts'
import type { Guard, InSandbox } from './guard.ts'
import { carryOut, type Outcome, refusedInForm } from './replies.ts'
import { refuse, respond, wantsJson } from './respond.ts'
import { say } from './say.ts'

export function sendingRoutes(
  app: FastifyInstance,
  options: PlayOptions,
  { guard, names }: { guard: Guard; names: Names },
): void {
  const { transcript, handleEvent } = options

  async function handle(scene: Scene, once: string, event: ChatEvent, isOpenForm = false): Promise<Outcome> {
    const to = { player: scene.guest.ref, channel: scene.channel.ref, eventId: eventId(scene, once) }
    const reply = await handleEvent(event)
    return (isOpenForm && refusedInForm(reply)) || carryOut(transcript, reply, to)
  }

  function inChannel(what: string, act: (scene: Scene, body: unknown, byScript: boolean) => Promise<Outcome>): void {
    app.post<{ Params: { sandbox: string; channel: string } }>(`/play/:sandbox/c/:channel/${what}`, (request, reply) =>
      guard(request, reply, async (guest) => {
        const scene = sceneOf(request, guest, channelInPath(guest.sandbox, request.params.channel))
        return respond(request, reply, await act(scene, request.body, wantsJson(request)), scene)
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

  inChannel('submit', async (scene, body, byScript) => {
    const form = readFields(submitForm, body)
    return handle(scene, form.once, submitEvent(scene, form), byScript)
  })

  app.post<InSandbox>('/play/:sandbox/team', (request, reply) =>
    guard(request, reply, async (guest) => {
      const { team, joins, verb, in: name, once } = readFields(teamForm, request.body)
      if (verb === 'create' && team.trim() === '') return refuse(request, reply, 400, playground.refusals.empty, guest)
      const scene = sceneOf(request, guest, channelOr(guest.sandbox, name))
      const words = verb === 'leave' ? 'team leave' : `team ${verb} ${joins ?? team}`
      const done = await handle(scene, once, commandEvent(scene, words, once), wantsJson(request))
      return respond(request, reply, done, scene)
    }),
  )

  app.post<InSandbox>('/play/:sandbox/me', (request, reply) =>
    guard(request, reply, async (guest, visitor) => {
      const read = readPlayerName(readFields(nameForm, request.body).name)
      if ('problem' in read) return refuse(request, reply, 400, read.problem, guest)
      const { name } = read
      if (names.isTaken(name, guest)) return refuse(request, reply, 409, playground.refusals.nameTaken(name), guest)
      rememberVisitor(request, reply, { ...visitor, name }, { secret: options.secret, now: options.clock.now() })
      return wantsJson(request) ? reply.send({ kind: 'reload' }) : reply.redirect(sandboxPath(guest.sandbox), 303)
    }),
  )
}

function sceneOf(request: FastifyRequest, guest: Guest, channel: Channel): Scene {
  return { guest, channel, requestId: request.id, zone: browserZone(request) }
}
