import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { App, HTTPModuleFunctions, type Receiver, SocketModeReceiver, type StringIndexed } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'
import { createOnce } from '../../chats/once.ts'
import { type Listener, NotHandled } from '../receive/listener.ts'
import type { Payload } from '../receive/payloads.ts'
import type { ClientOptions } from '../send/web-api.ts'
import { boltLogger } from './bolt-logger.ts'

type ReceiverDeps = {
  listener: Listener
  log: Log
  clientOptions: ClientOptions
  /** Called for an event from an app that is installed for a whole organization. */
  belongs(team: string, enterprise: string): Promise<void>
}

/** A request whose signature was verified. */
type Verified = { request: IncomingMessage; requestId: string; body: StringIndexed; payload: Payload }

/** Passes a request to Bolt. Resolves once the event is handled, so that Slack resends failed events. */
export type HandleRequest = (verified: Verified) => Promise<{ status: number; body?: unknown }>

/** Receives events over HTTP. The route verifies and parses each request, so Bolt's own receiver isn't needed. */
export function listenOverHttp(deps: ReceiverDeps): HandleRequest {
  const app = startApp({ init() {}, start: async () => {}, stop: async () => {} }, deps)
  return async ({ request, requestId, body, payload }) => {
    let acknowledged: unknown
    const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request)
    try {
      await app.processEvent({
        body,
        async ack(answer) {
          acknowledged = answer
        },
        ...(retryNum === undefined ? {} : { retryNum }),
        customProperties: { requestId, payload, delivery: deliveryOf(request.headers) },
      })
      return { status: 200, body: acknowledged }
    } catch (error) {
      return { status: statusFor(error, deps.log) }
    }
  }
}

/** Receives events through a connection that the app opens, for apps without a public address. */
export function createSocketReceiver(deps: ReceiverDeps, appToken: string): SocketModeReceiver {
  const { slackApiUrl, logger } = { slackApiUrl: undefined, ...deps.clientOptions }
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Opening the connection uses Bolt's default retries, unlike the calls of a job.
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
function startApp(receiver: Receiver, deps: ReceiverDeps): App {
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
    const { requestId, delivery, payload } = context
    const handle = (): ReturnType<Listener['handle']> =>
      deps.listener.handle({
        body,
        // Only we set this property, with what `readPayload` returned.
        ...(payload === undefined ? {} : { payload: payload as Payload }),
        again: (context.retryNum ?? 0) > 0,
        ...(typeof requestId === 'string' ? { requestId } : {}),
        ...(typeof delivery === 'string' ? { delivery } : {}),
      })
    // Slack signs a resent request again, so the same signature means that the request was replayed.
    const answer = await (typeof delivery === 'string' ? once(delivery, handle) : handle())
    await ack?.(answer)
  })
  return app
}

/** Returns 503 if our listener failed, so that Slack resends the event, and 400 if Bolt couldn't read it. */
function statusFor(error: unknown, log: Log): 503 | 400 {
  const original = error instanceof Error && 'original' in error ? error.original : error
  if (original instanceof NotHandled) {
    log.error({ err: original.cause }, 'an event was not handled')
    return 503
  }
  log.warn({ err: error }, 'Bolt could not read a payload')
  return 400
}

/**
 * Returns a normalized key for one delivery. Bolt reads the 64 digits after `v0=` and ignores the rest, and a timestamp
 * may have spaces around it. So a replayed request with a different spelling gets the same key.
 */
function deliveryOf(headers: IncomingHttpHeaders): string | undefined {
  const [, digits] = /^v0=([0-9a-f]{64})/i.exec(String(headers['x-slack-signature'] ?? '')) ?? []
  return digits && `${Number(headers['x-slack-request-timestamp'])} ${digits.toLowerCase()}`
}
