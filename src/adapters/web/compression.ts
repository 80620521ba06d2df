import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** Shorter bodies fit into one packet uncompressed. */
const leastBytes = 1400
const text = /^text\/(html|css|javascript|csv|plain)|^image\/svg/

type Encoding = 'br' | 'gzip'

/** Assets never change, so each is compressed once, with the best compression. */
const kept = new WeakMap<Buffer, Map<Encoding, Promise<Buffer>>>()

/**
 * Compresses complete text bodies for clients that accept it. Streams are sent uncompressed, and so are responses to
 * chats, because they are short.
 */
export function compressed(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return payload
    if (!text.test(String(reply.getHeader('content-type') ?? '')) || reply.hasHeader('content-encoding')) return payload
    reply.header('vary', 'accept-encoding')
    const encoding = accepted(request.headers['accept-encoding'])
    if (!encoding || Buffer.byteLength(payload) < leastBytes) return payload
    const isAsset = String(reply.getHeader('cache-control')).includes('immutable')
    const body =
      isAsset && typeof payload !== 'string' ? await once(payload, encoding) : await squeezed(payload, encoding, 4)
    reply.header('content-encoding', encoding).header('content-length', body.length)
    return body
  })
}

/** Returns the better of the accepted encodings. A quality of 0 means refused. */
function accepted(header: string | undefined): Encoding | undefined {
  const names = (header ?? '').split(',').flatMap((part) => {
    const [name = '', quality = ''] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*q=/)
    return quality !== '' && Number(quality) === 0 ? [] : [name]
  })
  return (['br', 'gzip'] as const).find((encoding) => names.includes(encoding))
}

function once(asset: Buffer, encoding: Encoding): Promise<Buffer> {
  const known = kept.get(asset) ?? new Map<Encoding, Promise<Buffer>>()
  kept.set(asset, known)
  const body = known.get(encoding) ?? squeezed(asset, encoding, 9)
  known.set(encoding, body)
  return body
}

async function squeezed(body: string | Buffer, encoding: Encoding, level: number): Promise<Buffer> {
  if (encoding === 'gzip') return promisify(gzip)(body, { level })
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: level } })
}
