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
  /** Told where an event comes from an install for a whole organisation. */
  belongs(team: string, enterprise: string): Promise<void>
}

/** Slack posts to us. The response waits until the event is handled, so that what failed is sent again. */
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

/** A connection that we open, for where nobody can reach us. */
export function createSocketReceiver(doors: Doors, appToken: string): SocketModeReceiver {
  const { slackApiUrl, logger } = { slackApiUrl: undefined, ...doors.clientOptions }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Opening the connection is worth many tries, unlike the calls of jobs.
    ...(slackApiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl } } }),
    processEventErrorHandler: async ({ error }) => {
      doors.log.error({ err: error }, 'an event was not handled')
      return false
    },
  })
  startApp(receiver, doors)
  return receiver
}

/** One listener for all: what there is to tell apart, our own reading of the payload does. */
function startApp(receiver: Receiver, doors: Doors): void {
  const app = new App({
    receiver,
    logger: boltLogger(doors.log),
    clientOptions: doors.clientOptions,
    convoStore: false,
    ignoreSelf: false,
    // Replies find their token later; looked up here, it would stand before every acknowledgement.
    async authorize({ teamId, enterpriseId, isEnterpriseInstall }) {
      if (isEnterpriseInstall && teamId && enterpriseId) {
        doors.belongs(teamId, enterpriseId).catch((error: unknown) => {
          doors.log.warn({ err: error, team: teamId }, 'where a workspace belongs was not saved')
        })
      }
      return {}
    },
  })
  // Bolt would log what the receiver's own handler says better.
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
    // Slack signs whatever it sends again anew: the same signature is the same request, caught on the way.
    const answer = await (typeof delivery === 'string' ? once(delivery, hear) : hear())
    await ack?.(answer)
  })
}

/** What our listener could not take, Slack sends again; what Bolt itself stumbled over was no payload of Slack's. */
function answerError(error: Error, response: ServerResponse, log: Log): boolean {
  const original = 'original' in error ? error.original : error
  const ours = original instanceof NotTaken
  if (ours) log.error({ err: original.cause }, 'an event was not handled')
  else log.warn({ err: error }, 'a payload that Bolt cannot read')
  if (!response.headersSent) response.writeHead(ours ? 503 : 400).end()
  return true
}

/**
 * One spelling for one delivery. Bolt takes the 64 digits behind `v0=` and ignores what follows them, and a timestamp may
 * have spaces around it: a request that somebody caught and spelled otherwise must not count as another one.
 */
function deliveryOf(headers: IncomingHttpHeaders): string | undefined {
  const [, digits] = /^v0=([0-9a-f]{64})/i.exec(String(headers['x-slack-signature'] ?? '')) ?? []
  return digits && `${Number(headers['x-slack-request-timestamp'])} ${digits.toLowerCase()}`
}
