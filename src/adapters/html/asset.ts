import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { FastifyInstance } from 'fastify'

/** A small file served from memory. Its path contains a hash of its content, so browsers may cache it forever. */
export type Asset = { path: string; type: string; body: Buffer; etag: string }

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** Reads a file from a `public` folder. Throws if it is missing or has an unknown type. */
export function loadAsset(file: URL): Asset {
  const ending = extname(file.pathname)
  if (!types[ending]) throw new TypeError(`no content type for ${basename(file.pathname)}`)
  const body = ending === '.js' ? withHashedImports(file) : readFileSync(file)
  return assetOf(basename(file.pathname, ending), ending, body)
}

/** Joins style sheets in this order, so that a page needs only one request. */
export function joinStyles(name: string, files: readonly URL[]): Asset {
  return assetOf(name, '.css', Buffer.concat(files.map((file) => readFileSync(file))))
}

function assetOf(name: string, ending: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12)
  return { path: `/assets/${name}-${hash}${ending}`, type: types[ending] ?? '', body, etag: `"${hash}"` }
}

/** Scripts import each other as `./name.js`, but browsers must request the path with the hash. */
function withHashedImports(file: URL): Buffer {
  const script = readFileSync(file, 'utf8')
  return Buffer.from(
    script.replaceAll(/(?<=\bfrom ')\.\/[\w-]+\.js(?=')/g, (name) => loadAsset(new URL(name, file)).path),
  )
}

export function serveAssets(app: FastifyInstance, assets: readonly Asset[]): void {
  for (const asset of assets) {
    app.get(asset.path, async (request, reply) => {
      reply.header('cache-control', 'public, max-age=31536000, immutable').header('etag', asset.etag)
      if (request.headers['if-none-match'] === asset.etag) return reply.code(304).send()
      return reply.type(asset.type).send(asset.body)
    })
  }
}
