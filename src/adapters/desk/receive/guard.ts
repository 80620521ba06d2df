import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { tokenBuckets } from '../../../domain/token-bucket.ts'
import type { RefusedReason } from '../../../messages/desk/words.ts'
import { sendPage } from '../../html/page.ts'
import { readFields, text } from '../../html/read-forms.ts'
import { isSameOrigin } from '../../html/same-origin.ts'
import type { DeskOptions } from '../options.ts'
import { closedPage, refusedPage } from '../pages/frame.ts'
import type { Scene } from '../room.ts'
import { formToken, isFormToken, readKey, takeKey } from '../session-cookie.ts'
import { Upload } from './read-uploads.ts'

type Respond = (scene: Scene) => Promise<FastifyReply>

export type Guard = {
  look(request: FastifyRequest, reply: FastifyReply, respond: Respond): Promise<FastifyReply>
  /**
   * Handles a submitted form. It accepts only forms from a page of this session, and checks the person's rights
   * without the cache.
   */
  change(request: FastifyRequest, reply: FastifyReply, respond: Respond): Promise<FastifyReply>
  /**
   * Checks a request before its body is read, because a form with a file may have ten megabytes. Also limits how many
   * are read concurrently.
   */
  beforeFile(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>
}

/** A person doesn't open pages faster than this. */
const pace = { most: 60, perSecond: 2 }
const mostKept = 2000

const filesAtOnce = 3

const fieldsOf = z.record(z.string().max(200), text)
const strings = z.record(z.string(), z.string().catch('')).catch({})

export function createGuard({ desk, clock, ration }: DeskOptions): Guard {
  const take = tokenBuckets(pace, mostKept)
  let files = 0

  async function enter(request: FastifyRequest, reply: FastifyReply, respond: Respond, kind: 'look' | 'change') {
    const key = readKey(request)
    if (key === undefined) return sendPage(reply, 401, closedPage('signed-out'))
    const refuse = refusing(reply)
    if (!take(key, clock.now().getTime())) return refuse(429, 'tooFast')
    const { body } = request
    const sent = body instanceof Upload ? body.fields : (body ?? {})
    const fields = kind === 'change' ? readFields(fieldsOf, sent) : {}
    if (kind === 'change' && !(isSameOrigin(request) && isFormToken(key, fields.token))) return refuse(403, 'stale')
    const entry = await desk.doors.enter(key)
    if (entry.kind === 'out') {
      takeKey(request, reply)
      return sendPage(reply, entry.why === 'no-admin' ? 403 : 401, closedPage(entry.why))
    }
    if (kind === 'change' && !entry.certain) return refuse(503, 'uncertain')
    const spent =
      kind === 'change' && (await ration?.(entry.visit, { address: request.ip, bytes: bytesOf(fields, body) }))
    if (spent) return refuse(spent === 'full' ? 503 : 429, spent)
    return respond({
      visit: entry.visit,
      token: formToken(key),
      params: strings.parse(request.params),
      query: strings.parse(request.query),
      fields,
      ...(body instanceof Upload && body.file ? { file: body.file } : {}),
    })
  }

  async function beforeFile(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const key = readKey(request)
    if (key === undefined) return sendPage(reply, 401, closedPage('signed-out'))
    if (!isSameOrigin(request)) return refusing(reply)(403, 'stale')
    if (files >= filesAtOnce) return refusing(reply)(429, 'tooFast')
    const entry = await desk.doors.enter(key)
    if (entry.kind === 'out') return sendPage(reply, 401, closedPage(entry.why))
    files += 1
    reply.raw.once('close', () => {
      files -= 1
    })
    return undefined
  }

  return {
    look: (request, reply, respond) => enter(request, reply, respond, 'look'),
    change: (request, reply, respond) => enter(request, reply, respond, 'change'),
    beforeFile,
  }
}

function refusing(reply: FastifyReply): (status: number, reason: RefusedReason) => FastifyReply {
  return (status, reason) => sendPage(reply, status, refusedPage(reason, '/desk'))
}

function bytesOf(fields: Scene['fields'], body: unknown): number {
  const file = body instanceof Upload ? (body.file?.bytes.length ?? 0) : 0
  return Buffer.byteLength(JSON.stringify(fields)) + file
}
