import type { FastifyInstance, FastifyReply, RouteShorthandOptions } from 'fastify'
import { ChatError, QuizError } from '../../../domain/errors.ts'
import { chatRefusal, deskRefusal } from '../../../messages/desk/refused.ts'
import { sendPage } from '../../html/page.ts'
import type { DeskOptions } from '../options.ts'
import { deskPage, refusedPage } from '../pages/frame.ts'
import type { Done, FormRoom, Room, Scene, Shown } from '../room.ts'
import type { Guard } from './guard.ts'
import { largestUpload } from './read-uploads.ts'

/** Typed text is never longer than this. Processing longer texts would block all other requests. */
const usualRoom: FormRoom = { longestField: 5000, bytes: 65_536 }

export function roomRoutes(app: FastifyInstance, { desk }: DeskOptions, guard: Guard, rooms: readonly Room[]): void {
  const send = (reply: FastifyReply, status: number, room: Room, scene: Scene, shown: Shown | undefined) =>
    shown
      ? sendPage(reloading(reply, shown), shown.gone ? 410 : status, deskPage(rooms, room, scene, shown))
      : sendPage(reply, 404, refusedPage('missing', room.path))

  for (const room of rooms) {
    for (const { path, show } of room.pages) {
      app.get(path, (request, reply) =>
        guard.look(request, reply, async (scene) => send(reply, 200, room, scene, await show(desk, scene))),
      )
    }
    for (const { path, name, body } of room.downloads ?? []) {
      app.get(path, (request, reply) =>
        guard.look(request, reply, async (scene) =>
          reply
            .header('cache-control', 'no-store')
            .header('content-disposition', `attachment; filename="${name}"`)
            .type('text/csv; charset=utf-8')
            .send(await body(desk, scene)),
        ),
      )
    }
    for (const { path, body, room: size = usualRoom } of room.replies ?? []) {
      app.post(path, { bodyLimit: size.bytes }, (request, reply) =>
        guard.change(request, reply, async (whole) => {
          const scene = { ...whole, fields: cut(whole.fields, size.longestField) }
          const answer = await unlessRefused(() => body(desk, scene))
          reply.header('cache-control', 'no-store').code('problem' in answer ? 422 : 200)
          return reply.send(answer)
        }),
      )
    }
    for (const action of room.actions) {
      const { longestField, bytes } = action.room ?? usualRoom
      const options = action.takesFile
        ? { bodyLimit: largestUpload, onRequest: guard.beforeFile, errorHandler: tooLarge(room) }
        : { bodyLimit: bytes }
      app.post(action.path, options, (request, reply) =>
        guard.change(request, reply, async (whole) => {
          const scene = { ...whole, fields: cut(whole.fields, longestField) }
          const result = await unlessRefused(() => action.act(desk, scene))
          if ('content' in result) return send(reply, 200, room, scene, result)
          if ('to' in result) return reply.redirect(addressOf(result), 303)
          const again = { ...scene, ...result }
          return send(reply, 422, room, again, await action.page(desk, again))
        }),
      )
    }
  }
}

/** A file that is too large is refused on the page that it was sent from. Other errors are handled as usual. */
function tooLarge(room: Room): NonNullable<RouteShorthandOptions['errorHandler']> {
  return (error, _request, reply) =>
    error.statusCode === 413 ? sendPage(reply, 413, refusedPage('largeFile', room.path)) : reply.send(error)
}

type Refused = Pick<Scene, 'isOutdated'> & { problem: string }

async function unlessRefused<Result extends object>(act: () => Promise<Result>): Promise<Result | Refused> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof QuizError) {
      return { problem: deskRefusal(error), isOutdated: error.code === 'changed-meanwhile' }
    }
    if (error instanceof ChatError) return { problem: chatRefusal(error) }
    throw error
  }
}

function cut(fields: Scene['fields'], longest: number): Scene['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.slice(0, longest)]))
}

/** Makes the browser reload the page without a script. */
function reloading(reply: FastifyReply, { reload }: Shown): FastifyReply {
  return reload === undefined ? reply : reply.header('refresh', `${reload}`)
}

function addressOf({ to, said, count, at }: Done): string {
  const place = at === undefined ? '' : `#${at}`
  if (said === undefined) return `${to}${place}`
  const query = new URLSearchParams({ said, ...(count === undefined ? {} : { n: String(count) }) })
  return `${to}${to.includes('?') ? '&' : '?'}${query}${place}`
}
