import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

/** Removes the characters that Postgres can't store, which are NUL and lone surrogates. */
export const text = z.string().transform((typed) => typed.toWellFormed().replaceAll('\0', ''))

/** Our forms have far fewer fields. Parsing a mebibyte of fields would block all other requests. */
const mostFields = 2_000

/** Lets a plugin's routes read submitted forms. If a field is sent twice, the last value is used. */
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

/** Returns the fields of a form. Throws an error with status 400 if our pages wouldn't send them. */
export function readFields<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const read = shape.safeParse(body)
  if (read.success) return read.data
  throw malformed('malformed form', read.error)
}
