import type { IncomingHttpHeaders, ServerResponse } from 'node:http'
import { App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'
import { createOnce } from '../../chats/once.ts'
import { type Listener, NotHandled } from '../receive/listener.ts'
import type { ClientOptions } from '../send/web-api.ts'
import { boltLogger } from './bolt-logger.ts'
import { paths } from './paths.ts'

type ReceiverDeps = {
  signingSecret: string
  listener: Listener
  log: Log
  clientOptions: ClientOptions
  /** Called for an event from an app that is installed for a whole organization. */
  belongs(team: string, enterprise: string): Promise<void>
}

/** Receives events over HTTP. The response waits until the event is handled, so that Slack resends failed events. */
export function createHttpReceiver(deps: ReceiverDeps): HTTPReceiver {
  const receiver = new HTTPReceiver({
    signingSecret: deps.signingSecret,
    endpoints: paths.events,
    logger: boltLogger(deps.log),
    processBeforeResponse: true,
    customPropertiesExtractor: (request) => ({
      delivery: deliveryOf(request.headers),
      ...('requestId' in request ? { requestId: request.requestId } : {}),
    }),
    processEventErrorHandler: async ({ error, response }) => answerError(error, response, deps.log),
  })
  startApp(receiver, deps)
  return receiver
}

/** Receives events through a connection that the app opens, for apps without a public address. */
export function createSocketReceiver(deps: ReceiverDeps, appToken: string): SocketModeReceiver {
  const { slackApiUrl, logger } = { slackApiUrl: undefined, ...deps.clientOptions }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Keeps Bolt's default retries for opening the connection, unlike the calls of a job.
    ...(slackApiUrl === undefined ? {} : { installerOptions: { clientOptions: { slackApiUrl } } }),
    processEventErrorHandler: async ({ error }) => {
      deps.log.error({ err: error }, 'an event was not handled')
      return false
    },
  })
  startApp(receiver, deps)
  return receiver
}

/** Registers one listener for everything, because our own parsing distinguishes the payloads. */
function startApp(receiver: Receiver, deps: ReceiverDeps): void {
  const app = new App({
    receiver,
    logger: boltLogger(deps.log),
    clientOptions: deps.clientOptions,
    convoStore: false,
    ignoreSelf: false,
    // Replies look up their token later. A lookup here would delay every acknowledgement.
    async authorize({ teamId, enterpriseId, isEnterpriseInstall }) {
      if (isEnterpriseInstall && teamId && enterpriseId) {
        deps.belongs(teamId, enterpriseId).catch((error: unknown) => {
          deps.log.warn({ err: error, team: teamId }, 'the organization of a workspace could not be saved')
        })
      }
      return {}
    },
  })
  // The receiver's own handler logs errors with more detail than Bolt.
  app.error((error) => Promise.reject(error))
  const once = createOnce()
  app.use(async ({ body, context, ...given }) => {
    const ack =
      'ack' in given && typeof given.ack === 'function' ? (given.ack as (body?: unknown) => Promise<void>) : undefined
    const { requestId, delivery } = context
    const handle = (): ReturnType<Listener['handle']> =>
      deps.listener.handle({
        body,
        again: (context.retryNum ?? 0) > 0,
        ...(typeof requestId === 'string' ? { requestId } : {}),
        ...(typeof delivery === 'string' ? { delivery } : {}),
      })
    // Slack signs a resent request again, so the same signature means that the request was replayed.
    const answer = await (typeof delivery === 'string' ? once(delivery, handle) : handle())
    await ack?.(answer)
  })
}

/** Responds with 503 if our listener failed, so that Slack resends the event, and with 400 if Bolt couldn't read it. */
function answerError(error: Error, response: ServerResponse, log: Log): boolean {
  const original = 'original' in error ? error.original : error
  const ours = original instanceof NotHandled
  if (ours) log.error({ err: original.cause }, 'an event was not handled')
  else log.warn({ err: error }, 'Bolt could not read a payload')
  if (!response.headersSent) response.writeHead(ours ? 503 : 400).end()
  return true
}

/**
 * Returns a normalized key for one delivery. Bolt reads the 64 digits after `v0=` and ignores the rest, and a timestamp
 * may have spaces around it. So a replayed request with a different spelling gets the same key.
 */
function deliveryOf(headers: IncomingHttpHeaders): string | undefined {
  const [, digits] = /^v0=([0-9a-f]{64})/i.exec(String(headers['x-slack-signature'] ?? '')) ?? []
  return digits && `${Number(headers['x-slack-request-timestamp'])} ${digits.toLowerCase()}`
}
