import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebServer } from '../../src/adapters/web/index.ts'
import { createArchive } from '../../src/services/archive/archive.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
let app: ReturnType<typeof createWebServer>

beforeAll(async () => {
  // `heroku-what` is a sample. The others are in the archive after a team saw their answers.
  const ids = ['heroku-what', 'one', 'two', 'three']
  world = await habitWorld(
    '2026-03-02T08:00:00Z',
    ids.map((id) => aQuestion(id)),
  )
  admin = world.person('Admin', { admin: true })
  app = createWebServer({
    logger: pino({ level: 'silent' }),
    ready: async () => ({ postgres: true, queue: true }),
    board: async () => 'unknown',
    playerExport: async () => 'unknown',
    progress: async () => 'unknown',
    doors: { chats: [], playground: true, tour: false },
    archive: createArchive(world.deps),
    installation: { contact: undefined, retentionMonths: 12, playground: true },
    production: false,
    publicUrl: 'https://quiz.test',
    plugins: [],
  })
})
afterAll(async () => {
  await app.close()
  await world.close()
})

const status = async (id: string): Promise<number> => (await app.inject(`/archive/${id}`)).statusCode
/** Moves the clock, because results are cached for some minutes. */
const later = (minutes: number) =>
  world.passUntil(new Date(world.deps.clock.now().getTime() + minutes * 60_000).toISOString(), 60_000)
const aSecondLater = () => world.passUntil(new Date(world.deps.clock.now().getTime() + 1000).toISOString())

function answer(id: string, text: string) {
  return app.inject({
    method: 'POST',
    url: `/archive/${id}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams({ answer: text }).toString(),
  })
}

describe('the archive', () => {
  it('begins with only the samples, for search engines too', async () => {
    const { statusCode, body, headers } = await app.inject('/archive')
    expect(statusCode).toBe(200)
    expect(headers['x-robots-tag']).toBeUndefined()
    expect([...body.matchAll(/href="\/archive\/([\w-]+)"/g)].map(([, id]) => id)).toEqual(['heroku-what'])
    expect((await app.inject('/sitemap.xml')).body).toContain('<loc>https://quiz.test/archive/heroku-what</loc>')
    expect(await status('one')).toBe(404)
    expect(await status('nothing')).toBe(404)
  })

  it('grades an answer with reasons, stores nothing, and returns text that it does not accept', async () => {
    const right = await answer('heroku-what', 'It is so, <b>surely</b>')
    expect(right.statusCode).toBe(200)
    expect(right.headers['x-robots-tag']).toBe('noindex')
    expect(right.body).toContain('What the grader found')
    expect(right.body).toContain('It is so, &lt;b&gt;surely&lt;/b&gt;</textarea>')
    const long = await answer('heroku-what', 'so '.repeat(400))
    expect(long.statusCode).toBe(400)
    expect(long.body).toContain('longer than 1,000 characters')
    expect(long.body).toContain('so so so')
    expect((await answer('heroku-what', ' ')).body).toContain('Your answer is empty')
  })

  it('hides a question until it is revealed, and then shows it', async () => {
    await admin.types('ask one')
    await later(11)
    expect(await status('one')).toBe(404)
    const [round] = await world.store.rounds.latest(1, ['open'], 1)
    await world.store.rounds.change(round?.id ?? 0, { state: 'closed', closedAt: world.deps.clock.now() })
    expect(await status('one')).toBe(404)
    await world.store.rounds.change(round?.id ?? 0, { revealedAt: world.deps.clock.now() })
    await later(11)
    expect(await status('one')).toBe(200)
    expect((await app.inject('/archive')).body).toContain('href="/archive/one"')
  })

  it('hides a question within a second when it is asked again or pinned anywhere, even a sample', async () => {
    await admin.types('ask heroku-what', 'other')
    await aSecondLater()
    expect(await status('heroku-what')).toBe(404)
    await admin.types('settings pin one')
    await aSecondLater()
    expect(await status('one')).toBe(404)
    expect((await answer('one', 'It is so')).statusCode).toBe(404)
    expect((await app.inject('/archive')).body).not.toContain('href="/archive/one"')
  })

  it('does not show a question that was only played in a sandbox', async () => {
    const visitor = world.person('Visitor', { admin: true, workspace: 'playground:aaaaaaaaaaaaaaaaaaaaaa' })
    await visitor.types('ask two')
    const rounds = await world.store.rounds.latest(3, ['open'], 1)
    expect(rounds.map(({ questionId }) => questionId)).toEqual(['two'])
    for (const { id } of rounds) {
      const now = world.deps.clock.now()
      await world.store.rounds.change(id, { state: 'closed', closedAt: now, revealedAt: now })
    }
    await later(11)
    expect(await status('two')).toBe(404)
  })

  it('asks a reader who keeps changing addresses within one network to slow down', async () => {
    const from = (remoteAddress: string) => app.inject({ url: '/archive/one', remoteAddress })
    const answers = await Promise.all(Array.from({ length: 70 }, (_, at) => from(`2001:db8:1:2::${at.toString(16)}`)))
    expect(answers.map(({ statusCode }) => statusCode)).toContain(429)
    expect((await from('2001:db8:1:3::1')).statusCode).not.toBe(429)
  })

  it('asks an address that sends too many requests to slow down', async () => {
    const answers = await Promise.all(Array.from({ length: 70 }, () => app.inject('/archive')))
    expect(answers.map(({ statusCode }) => statusCode)).toContain(429)
  })
})
