import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { createPlayground, type PlayOptions } from '../../../src/adapters/playground/create-playground.ts'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { createWebServer, type WebOptions } from '../../../src/adapters/web/index.ts'
import type { Chat } from '../../../src/ports/chat.ts'
import type { Sandboxes } from '../../../src/ports/store/sandboxes.ts'
import type { Transcript } from '../../../src/ports/transcript.ts'
import { createDatabase } from '../servers/postgres.ts'
import { type ScriptedQuiz, scriptedQuiz } from '../services/scripted-quiz.ts'

export type PlayServer = {
  app: FastifyInstance
  chat: Chat
  quiz: ScriptedQuiz
  transcript: Transcript
  sandboxes: Sandboxes
  /** Listens on a free port; returns the beginning of its URLs. */
  listen(): Promise<string>
  close(): Promise<void>
}

/** The playground on a real Postgres, with a scripted quiz behind it. */
export async function playServer(
  options: Partial<PlayOptions> & { production?: boolean; thinkMs?: number; web?: Partial<WebOptions> } = {},
): Promise<PlayServer> {
  const database = await createDatabase()
  const store = openStore({ url: database.url, poolSize: 4, onError: () => {} })
  const { transcript, sandboxes } = store
  const quiz = scriptedQuiz(() => playground.chat, options.thinkMs)
  const playground = createPlayground({
    transcript,
    sandboxes,
    handleEvent: quiz.handleEvent,
    teamsAt: async () => ({ names: ['Core', 'Night Shift'], own: 'Core' }),
    secret: 'a secret of the tests, long enough',
    clock: { now: () => new Date() },
    ...options,
  })
  const app = createWebServer({
    logger: pino({ level: 'silent' }),
    ready: async () => ({ postgres: true, queue: true }),
    board: async () => 'unknown',
    playerExport: async () => 'unknown',
    progress: async () => 'unknown',
    doors: { chats: [], playground: true, tour: false },
    installation: { contact: undefined, retentionMonths: 12, playground: true },
    publicUrl: undefined,
    production: options.production ?? false,
    plugins: [playground.plugin],
    ...options.web,
  })
  await app.ready()
  return {
    app,
    chat: playground.chat,
    quiz,
    transcript,
    sandboxes,
    async listen() {
      await app.listen({ port: 0, host: '127.0.0.1' })
      return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
    },
    async close() {
      await app.close()
      await quiz.settled()
      await store.close()
      await database.drop()
    },
  }
}
