import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { UploadedFile } from '../../../ports/desk/imports.ts'

/** A submitted form with a file. If a field is sent twice, the last value is used. */
export class Upload {
  readonly fields: Readonly<Record<string, string>>
  readonly file: UploadedFile | undefined

  constructor(fields: Record<string, string>, file: UploadedFile | undefined) {
    this.fields = fields
    this.file = file
  }
}

/** In bytes, for the largest file and the other fields. */
export const largestUpload = 10_100_000

/**
 * Our form has five parts. Parsing a hundred thousand parts, or endless headers, would block all other requests for
 * seconds.
 */
const most = { parts: 20, headBytes: 4000 }

/** Lets a plugin's routes read forms with a file. Node parses them. */
export function readUploads(app: FastifyInstance): void {
  app.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const type = request.headers['content-type'] ?? ''
      if (!isModest(type, body)) throw malformed()
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
        .formData()
        .catch((cause: unknown) => {
          throw malformed(cause)
        })
      let file: UploadedFile | undefined
      const fields: Record<string, string> = {}
      for (const [name, value] of form) {
        if (typeof value === 'string') fields[name] = value
        else file = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
      }
      return new Upload(fields, file)
    },
  )
}

/**
 * Whether a form has few parts with short headers, in the format that browsers use. This guarantees that Node finds the
 * same parts.
 */
function isModest(type: string, body: Buffer): boolean {
  const [, boundary] = /^multipart\/form-data; ?boundary=([\w'-]{1,70})$/i.exec(type) ?? []
  if (boundary === undefined) return false
  const mark = `--${boundary}`
  let parts = 0
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    parts += 1
    const head = body.subarray(at, at + mark.length + most.headBytes)
    const isLast = head.toString('latin1', mark.length, mark.length + 2) === '--'
    if (parts > most.parts || !(isLast || head.includes('\r\n\r\n'))) return false
  }
  return parts > 0
}

function malformed(cause?: unknown): Error {
  return Object.assign(new Error('malformed form', { cause }), { statusCode: 400 })
}
