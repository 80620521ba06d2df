import fastify from 'fastify'
import type { OpenChat } from '../../../src/adapters/chats/chat-module.ts'
import { createSlack, type SlackOptions } from '../../../src/adapters/slack/create-slack.ts'
import { sitePage } from '../../../src/adapters/web/site-page.ts'
import type { ChatEvent, Reply } from '../../../src/ports/chat-event.ts'
import { triesAt } from '../services/pretend-tries.ts'
import { type SignedRequest, signingSecret } from './slack-request.ts'
import { type SlackServer, startSlackServer } from './slack-server.ts'

export type SlackApp = AsyncDisposable & {
  slack: OpenChat
  server: SlackServer
  url: string
  heard: ChatEvent[]
  logged: string[]
  send(request: SignedRequest): Promise<{ status: number; body: unknown; ms: number }>
}

type Options = { reply?: (event: ChatEvent) => Promise<Reply> | Reply } & Partial<
  Extract<SlackOptions, { botToken: string }> & Extract<SlackOptions, { oauth: object }>
>

/** The adapter on a real HTTP server with a real Bolt app, connected to a fake Slack on loopback. */
export async function startSlackApp({ reply, ...options }: Options = {}): Promise<SlackApp> {
  const server = await startSlackServer()
  const heard: ChatEvent[] = []
  const logged: string[] = []
  const say = (level: string) => (fields: Record<string, unknown>, message: string) => {
    logged.push(`${level} ${message}`)
    if (level === 'error') logged.push(String(fields.err))
  }
  const slack = createSlack({
    signingSecret,
    secrets: ['a secret of the tests, long enough'],
    ...('oauth' in options ? { sitePage } : { botToken: 'xoxb-test' }),
    apiUrl: server.apiUrl,
    // Apps that use the same fake Slack share a database.
    tries: triesAt(options.apiUrl ?? server.apiUrl),
    clock: { now: () => new Date() },
    log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') },
    async handleEvent(event) {
      heard.push(event)
      return (await reply?.(event)) ?? { kind: 'nothing' }
    },
    ...options,
  } as SlackOptions)
  const web = fastify()
  await web.register(slack.plugin)
  const url = await web.listen({ host: '127.0.0.1', port: 0 })
  return {
    slack,
    server,
    url,
    heard,
    logged,
    async send(request) {
      const begun = performance.now()
      const response = await fetch(`${url}/slack/events`, request)
      const text = await response.text()
      return { status: response.status, body: text === '' ? '' : parsed(text), ms: performance.now() - begun }
    },
    async [Symbol.asyncDispose]() {
      await slack.stop()
      await web.close()
      await server[Symbol.asyncDispose]()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
