import { Writable } from 'node:stream'
import { pino } from 'pino'
import { openApp } from '../../../src/app/open-app.ts'
import { release } from '../../../src/app/release.ts'
import { type AppConfig, readConfig } from '../../../src/config/config.ts'
import type { Clock } from '../../../src/ports/clock.ts'
import { application } from '../discord/discord-payloads.ts'
import { publicKey } from '../discord/discord-request.ts'
import { startDiscordServer } from '../discord/discord-server.ts'
import { createDatabase } from '../servers/postgres.ts'
import { signingSecret } from '../slack/slack-request.ts'
import { startSlackServer } from '../slack/slack-server.ts'
import { testBank } from './quiz-world.ts'
import { routesOf } from './routes-of.ts'

export const secrets = {
  app: 'a secret of the tests, long enough',
  slack: 'xoxb-secret-of-the-tests',
  discord: 'discord-secret-of-the-tests',
}

/** The whole product with Slack, Discord and the playground on one address. */
export async function wholeApp({
  questions = testBank,
  clock,
  settings = {},
}: {
  questions?: string
  clock?: Clock
  /** Config vars that replace those below; undefined removes one. */
  settings?: Record<string, string | undefined>
} = {}) {
  const database = await createDatabase()
  const [slack, discord] = await Promise.all([startSlackServer(), startDiscordServer()])
  const config: AppConfig = {
    ...readConfig({
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: secrets.slack,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_APPLICATION_ID: application,
      DISCORD_TOKEN: secrets.discord,
      DISCORD_API_URL: discord.apiUrl,
      ...settings,
    }),
    databaseUrl: database.url,
    appSecret: secrets.app,
    questions,
    publicUrl: 'https://quiz.test',
  }
  await release(config, () => {})
  const logged: string[] = []
  const output = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk))
      done()
    },
  })
  const log = pino({ level: 'debug' }, output) as unknown as Parameters<typeof openApp>[1]
  const app = await openApp(config, log, clock)
  const web = app.web()
  const address = await web.listen({ host: '127.0.0.1', port: 0 })
  await app.work()
  const closes: (() => Promise<void>)[] = []
  return {
    app,
    address,
    /** Every route of the web process, from its router. */
    routes: routesOf(web),
    /** Starts another web process on the same database; returns its address. */
    async anotherWeb(): Promise<string> {
      const other = await openApp(config, log, clock)
      const server = other.web()
      closes.push(async () => {
        server.server.closeAllConnections()
        await server.close()
        await other.close()
      })
      return server.listen({ host: '127.0.0.1', port: 0 })
    },
    logged,
    slack,
    discord,
    databaseUrl: database.url,
    async close() {
      for (const close of closes) await close()
      web.server.closeAllConnections()
      await web.close()
      await app.close()
      await database.drop()
      // Closing reports unknown ids, but here the ids came from the app.
      await Promise.allSettled([slack[Symbol.asyncDispose](), discord[Symbol.asyncDispose]()])
    },
  }
}
