import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** What is typed may be anything but what Postgres cannot store: NUL and halves of surrogate pairs. */
export const text = z.string().transform((typed) => typed.toWellFormed().replaceAll('\0', ''))

/** No form of ours has nearly so many. A mebibyte of nothing but fields would hold up everybody else while it is read. */
const mostFields = 2_000

/** Lets the routes of a plugin read what a form sends; of a field sent twice the last one counts. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    const sent = body.toString()
    if (sent.split('&', mostFields + 1).length > mostFields) return done(malformed('too many fields'))
    done(null, Object.fromEntries(new URLSearchParams(sent)))
  })
}

function malformed(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { statusCode: 400 })
}

/** The fields of a form; an error with status 400 where they are not what our pages send. */
export function readFields<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const read = shape.safeParse(body)
  if (read.success) return read.data
  throw malformed('malformed form', read.error)
}
