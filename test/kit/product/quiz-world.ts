import { openLog } from '../../../src/adapters/log/open-log.ts'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import { type App, openApp } from '../../../src/app/open-app.ts'
import { release } from '../../../src/app/release.ts'
import { type AppConfig, readConfig } from '../../../src/config/config.ts'
import { plainMessage } from '../people/plain-message.ts'
import { type Visitor, visitor } from '../people/visitor.ts'
import { createDatabase } from '../servers/postgres.ts'

export const testBank = 'test/kit/bank'

/** The whole product on a separate database: web, worker and playground, with the queue on Postgres. */
export type QuizWorld = {
  app: App
  config: AppConfig
  owner: Guest
  arrive(): Promise<Guest>
  close(): Promise<void>
}

export type Guest = {
  visitor: Visitor
  types(words: string): Promise<void>
  presses(action: string): Promise<{ kind: string; form?: unknown }>
  sends(action: string, values: Record<string, string>, once?: string): Promise<void>
  /** Everything in #quiz that this guest sees, as text, oldest first. */
  sees(): Promise<string[]>
}

export async function quizWorld(): Promise<QuizWorld> {
  const database = await createDatabase()
  const config: AppConfig = {
    ...readConfig({}),
    databaseUrl: database.url,
    appSecret: 'a secret of the tests, long enough',
    questions: testBank,
    publicUrl: 'https://quiz.test',
  }
  await release(config, () => {})
  const app = await openApp(config, openLog({ level: 'error', pretty: false, process: 'test' }))
  const web = app.web()
  await web.ready()
  await app.work()
  const reader = openStore({ url: database.url, poolSize: 1, onError: () => {} })

  function guestOf(guest: Visitor): Guest {
    const post = (what: string, form: Record<string, string>) => guest.post(`c/quiz/${what}`, form)
    return {
      visitor: guest,
      async types(words) {
        await post('say', { text: `/heroku-quiz ${words}` })
      },
      async presses(action) {
        return (await post('press', { action })).json()
      },
      async sends(action, values, once) {
        const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [`value.${name}`, value]))
        await post('submit', { action, ...fields, ...(once === undefined ? {} : { once }) })
      },
      async sees() {
        const entries = await reader.transcript.since(`${guest.sandbox}:quiz`, guest.ref, 0, 500)
        return entries.map(({ message }) => plainMessage(message)).filter((text) => text !== '')
      },
    }
  }

  const owner = await visitor(web)
  await owner.post('me', { name: owner.name })
  return {
    app,
    config,
    owner: guestOf(owner),
    arrive: async () => guestOf(await visitor(web, { joins: owner })),
    async close() {
      await web.close()
      await app.close()
      await reader.close()
      await database.drop()
    },
  }
}
