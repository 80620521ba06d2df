import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** Input may contain anything except what Postgres can't store: NUL and lone surrogates. */
export const text = z.string().transform((typed) => typed.toWellFormed().replaceAll('\0', ''))

/** None of our forms has nearly as many. Parsing a mebibyte of fields would hold up everybody else. */
const mostFields = 2_000

/** Lets a plugin's routes read submitted forms; if a field is sent twice, the last one counts. */
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

/** The fields of a form; throws an error with status 400 if they aren't what our pages send. */
export function readFields<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const read = shape.safeParse(body)
  if (read.success) return read.data
  throw malformed('malformed form', read.error)
}
