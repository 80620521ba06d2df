import fastify from 'fastify'
import type { OpenChat } from '../../../src/adapters/chats/chat-module.ts'
import { createMarks } from '../../../src/adapters/chats/marks.ts'
import { createDiscord, type DiscordOptions } from '../../../src/adapters/discord/create-discord.ts'
import { tagGuild } from '../../../src/adapters/discord/custom-id.ts'
import { commandWords } from '../../../src/commands/words/command-words.ts'
import type { ChatEvent, Reply } from '../../../src/ports/chat-event.ts'
import { triesAt } from '../services/pretend-tries.ts'
import type { Sent } from './discord-limits.ts'
import { ada, application, type Interaction } from './discord-payloads.ts'
import { publicKey, type SignedRequest, signed } from './discord-request.ts'
import { type DiscordServer, startDiscordServer } from './discord-server.ts'
import type { Json } from './discord-world.ts'

export type Answered = { status: number; body: Json; ms: number }

export type DiscordApp = AsyncDisposable & {
  discord: OpenChat
  server: DiscordServer
  url: string
  heard: ChatEvent[]
  logged: string[]
  later(ms: number): void
  send(request: SignedRequest): Promise<Answered>
  /** Sends an interaction as Discord does, and shows the response as Discord does. */
  interact(interaction: Interaction): Promise<Answered>
}

const secret = 'a secret of the tests, long enough'

/** A server's id in the form in which the app writes it on buttons of direct messages. */
export function tagged(guild: string): string {
  return tagGuild(createMarks([secret]), guild)
}

type Options = { reply?: (event: ChatEvent) => Promise<Reply> | Reply } & Partial<DiscordOptions>

const answers: Record<number, Sent> = {
  1: 'a ping’s answer',
  4: 'a reply',
  5: 'a reply',
  8: 'a list of choices',
  9: 'a form',
}

/** The adapter on a real HTTP server with discord.js, connected to a fake Discord on loopback. */
export async function startDiscordApp({ reply, ...options }: Options = {}): Promise<DiscordApp> {
  const server = await startDiscordServer()
  const heard: ChatEvent[] = []
  const logged: string[] = []
  let ahead = 0
  const say = (level: string) => (fields: Record<string, unknown>, message: string) => {
    logged.push(`${level} ${message}`)
    if (level === 'error') logged.push(String(fields.err))
  }
  const discord = createDiscord({
    publicKey,
    applicationId: application,
    token: 'a-bot-token',
    secrets: [secret],
    transport: 'http',
    apiUrl: server.apiUrl,
    // Apps that use the same fake Discord share a database.
    tries: triesAt(options.apiUrl ?? server.apiUrl),
    commands: commandWords(),
    clock: { now: () => new Date(Date.now() + ahead) },
    log: { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') },
    async handleEvent(event) {
      heard.push(event)
      return (await reply?.(event)) ?? { kind: 'nothing' }
    },
    ...options,
  })
  const web = fastify()
  await web.register(discord.plugin)
  const url = await web.listen({ host: '127.0.0.1', port: 0 })

  async function send(request: SignedRequest): Promise<Answered> {
    const begun = performance.now()
    const response = await fetch(`${url}/discord/interactions`, request)
    const text = await response.text()
    const body = (text === '' ? {} : JSON.parse(text)) as Json
    return { status: response.status, body, ms: performance.now() - begun }
  }

  return {
    discord,
    server,
    url,
    heard,
    logged,
    later(ms) {
      ahead += ms
    },
    send,
    async interact(interaction) {
      const answered = await send(signed(JSON.stringify(interaction), { at: Math.floor((Date.now() + ahead) / 1000) }))
      const { type, data } = answered.body as { type: number; data?: Json }
      const what = answers[type]
      if (what) server.judge(what, answered.body)
      if (type === 4 || type === 5) {
        const { member, user = member?.user } = interaction as { member?: { user: Json }; user?: Json }
        server.world.replies.set(interaction.token, { user: String(user?.id ?? ada), body: data ?? {} })
      }
      return answered
    },
    async [Symbol.asyncDispose]() {
      await discord.stop()
      await web.close()
      await server[Symbol.asyncDispose]()
    },
  }
}
