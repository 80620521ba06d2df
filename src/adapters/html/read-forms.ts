import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** What is typed may be anything but what Postgres cannot store: NUL and halves of surrogate pairs. */
export const text = z.string().transform((typed) => typed.toWellFormed().replaceAll('\0', ''))

/** Lets the routes of a plugin read what a form sends; of a field sent twice the last one counts. */
export function readForms(app: FastifyInstance): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(body.toString())))
  })
}

/** The fields of a form; an error with status 400 where they are not what our pages send. */
export function readFields<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const read = shape.safeParse(body)
  if (read.success) return read.data
  throw Object.assign(new Error('malformed form', { cause: read.error }), { statusCode: 400 })
}
