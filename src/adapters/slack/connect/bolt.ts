import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'
import { createOnce } from '../../chats/once.ts'
import { type Listener, NotTaken } from '../receive/listener.ts'
import type { ClientOptions } from '../send/web-api.ts'
import { boltLogger } from './bolt-logger.ts'
import { paths } from './paths.ts'

type Doors = {
  signingSecret: string
  listener: Listener
  log: Log
  clientOptions: ClientOptions
  /** Called if an event comes from an install for a whole organization. */
  belongs(team: string, enterprise: string): Promise<void>
}

/** Slack posts to us. The response waits until the event is handled, so that failed events are resent. */
export function createHttpReceiver(doors: Doors): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret: doors.signingSecret,
    endpoints: paths.events,
    logger: boltLogger(doors.log),
    processBeforeResponse: true,
    customPropertiesExtractor: (request) => ({
      delivery: deliveryOf(request.headers),
      ...('requestId' in request ? { requestId: request.requestId } : {}),
    }),
    processEventErrorHandler: async ({ error, response }) => answerError(error, response, doors.log),
  })
  startApp(receiver, doors)
  return receiver
}

/** A connection that we open, for when nobody can reach us. */
export function createSocketReceiver(doors: Doors, appToken: string): SocketModeReceiver {
  const { slackApiUrl, logger } = { slackApiUrl: undefined, ...doors.clientOptions }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Opening the connection is worth many retries, unlike a job's calls.
    ...(slackApiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl } } }),
    processEventErrorHandler: async ({ error }) => {
      doors.log.error({ err: error }, 'an event was not handled')
      return false
    },
  })
  startApp(receiver, doors)
  return receiver
}

/** One listener for everything: our own parsing distinguishes the payloads. */
function startApp(receiver: Receiver, doors: Doors): void {
  const app = new App({
    receiver,
    logger: boltLogger(doors.log),
    clientOptions: doors.clientOptions,
    convoStore: false,
    ignoreSelf: false,
    // Replies look up their token later; doing it here would delay every acknowledgement.
    async authorize({ teamId, enterpriseId, isEnterpriseInstall }) {
      if (isEnterpriseInstall && teamId && enterpriseId) {
        doors.belongs(teamId, enterpriseId).catch((error: unknown) => {
          doors.log.warn({ err: error, team: teamId }, 'the organization of a workspace could not be saved')
        })
      }
      return {}
    },
  })
  // Bolt would log what the receiver's own handler reports better.
  app.error((error) => Promise.reject(error))
  const once = createOnce()
  app.use(async ({ body, context, ...given }) => {
    const ack =
      'ack' in given && typeof given.ack === 'function' ? (given.ack as (body?: unknown) => Promise<void>) : undefined
    const { requestId, delivery } = context
    const hear = (): ReturnType<Listener['hear']> =>
      doors.listener.hear({
        body,
        again: (context.retryNum ?? 0) > 0,
        ...(typeof requestId === 'string' ? { requestId } : {}),
        ...(typeof delivery === 'string' ? { delivery } : {}),
      })
    // Slack signs resent requests again, so the same signature means a replayed request.
    const answer = await (typeof delivery === 'string' ? once(delivery, hear) : hear())
    await ack?.(answer)
  })
}

/** Slack resends what our listener couldn't handle; if Bolt itself failed, it wasn't a payload from Slack. */
function answerError(error: Error, response: ServerResponse, log: Log): boolean {
  const original = 'original' in error ? error.original : error
  const ours = original instanceof NotTaken
  if (ours) log.error({ err: original.cause }, 'an event was not handled')
  else log.warn({ err: error }, 'Bolt could not read a payload')
  if (!response.headersSent) response.writeHead(ours ? 503 : 400).end()
  return true
}

/**
 * A normalized key for one delivery. Bolt reads the 64 digits after `v0=` and ignores the rest, and a timestamp may
 * have spaces around it: an intercepted request with a different spelling must not count as another one.
 */
function deliveryOf(headers: IncomingHttpHeaders): string | undefined {
  const [, digits] = /^v0=([0-9a-f]{64})/i.exec(String(headers['x-slack-signature'] ?? '')) ?? []
  return digits && `${Number(headers['x-slack-request-timestamp'])} ${digits.toLowerCase()}`
}
