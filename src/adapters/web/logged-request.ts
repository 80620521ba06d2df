import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'

/** All parts of our addresses that aren't credentials are shorter than this. */
const longestPart = 30
const longParts = new RegExp(`[^/]{${longestPart + 1},}`, 'g')

/**
 * Returns the fields of a request for the log. Some addresses are credentials, such as a signed link to a personal
 * export or an installation code. Long parts and queries are therefore left out.
 */
export function loggedRequest({ method, url, host, ip }: FastifyRequest): Record<string, unknown> {
  const path = url.replace(/\?.*$/s, '?…').replace(longParts, '…')
  return { method, url: path, host, remoteAddress: ip }
}

/** Logs one line per request when its response is sent, except for health checks. */
export class OneLinePerRequest extends LogController {
  constructor() {
    super({ disableRequestLogging: (request) => request.url === '/healthz' })
  }

  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, req: FastifyRequest, res: FastifyReply): void {
    if (this.isLogDisabled(req)) return
    const responseTime = Math.round(res.elapsedTime * 10) / 10
    if (error) res.log.error({ req, res, err: error, responseTime }, 'request errored')
    else res.log.info({ req, res, responseTime }, 'request completed')
  }
}
