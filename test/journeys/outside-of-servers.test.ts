import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { allCommands } from '../../src/commands/table.ts'
import { fittingWords } from '../abuse/fitting-words.ts'
import { ada, adminPermissions, direct, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import type { Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

/** Questions that are public from the first day on. Another question isn't. */
const samples = ['add-on-what', 'buildpack-what', 'ci-what', 'heroku-what']
const unasked = 'never-asked-yet'

let app: Running
let folder: string
let ahead = 0
const clock = { now: () => new Date(Date.now() + ahead) }

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quiz-'))
  const questions = [...samples, unasked].map((id) => ({
    id,
    difficulty: 'easy',
    kind: 'recall',
    prompt: `What about ${id}?`,
    hint: 'Think of a day.',
    rubric: { points: [{ id: 'daily', label: 'Once a day', says: ['once a day'] }] },
    answer: 'Once a day.',
    explanation: 'Each day it comes once.',
    sources: ['https://devcenter.heroku.com/articles/dynos'],
    app: 'src/cli.ts',
    asOf: '2025-04',
    examples: [{ answer: 'Never at all', verdict: 'incorrect' }],
  }))
  // JSON is also valid YAML.
  await writeFile(join(folder, 'dynos.yaml'), JSON.stringify({ topic: 'dynos', title: 'Dynos', questions }))
  app = await wholeApp({ questions: folder, clock })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const access = () => ({ address: app.address, now: clock.now, shown: [] as string[] })
const alone = (id: string) =>
  discordPerson(access(), app.discord, id, 'x', '0', { ...direct, user: { id, username: 'x' }, context: 1 })
/** In a server that has not added the app, as somebody with Manage Server. */
const stranger = (id: string) =>
  discordPerson(access(), app.discord, id, 'x', adminPermissions, { authorizing_integration_owners: { '1': id } })

const asked = (card: string) => /What about ([\w-]+)\?/.exec(card)?.[1] ?? card

async function rows(): Promise<Record<string, number>> {
  const client = new Client({ connectionString: app.databaseUrl })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows: found } = await client.query<{ count: number }>(`select count(*)::int as count from "${name}"`)
    counts[name] = found[0]?.count ?? 0
  }
  await client.end()
  return counts
}

describe('practice in a direct message, by somebody who installed the app for themselves', () => {
  it('asks, opens a form, grades immediately with reasons, and continues with the next question', async () => {
    const before = await rows()
    const card = await alone(grace).types('practice')
    expect(samples).toContain(asked(card))
    expect(card).toContain('just for you, no points')
    const { answer: form } = await alone(grace).presses(`practice:${asked(card)}`)
    expect(form).toMatchObject({ type: 9, data: { custom_id: `practice:${asked(card)}` } })
    const { token } = await alone(grace).sends(`practice:${asked(card)}`, { text: 'It comes once a day' })
    const feedback = app.discord.world.replies.get(token)?.body
    expect(wordsIn(feedback)).toContain('That’s right')
    expect(wordsIn(feedback)).toContain('Once a day.')
    expect(JSON.stringify(feedback)).toContain(`"practice-next:${asked(card)}"`)
    const { answer: next } = await alone(grace).presses(`practice-next:${asked(card)}`)
    expect(asked(wordsIn(next))).not.toBe(asked(card))
    expect(await rows()).toEqual(before)
  })

  it('asks all public questions before one is repeated, and no others', async () => {
    const seen: string[] = []
    let last = asked(await alone(grace).types('practice'))
    for (let turn = 0; turn < samples.length; turn += 1) {
      seen.push(last)
      last = asked(wordsIn((await alone(grace).presses(`practice-next:${last}`)).answer))
    }
    expect(seen.toSorted()).toEqual(samples)
    expect(last).toBe(seen[0])
    expect(wordsIn((await alone(grace).presses(`practice:${unasked}`)).answer)).toContain('once it’s closed')
  })

  it('refuses an empty answer, and returns one that is too long', async () => {
    const { token } = await alone(grace).sends('practice:ci-what', { text: ' ' })
    expect(alone(grace).reads(token)).toContain('Your answer is empty')
    const long = await alone(grace).sends('practice:ci-what', { text: 'very '.repeat(250) })
    expect(alone(grace).reads(long.token)).toContain('longer than 1000 characters')
    expect(alone(grace).reads(long.token)).toContain('You wrote:')
  })

  it('never shows a question that is open in a server, or its answer', async () => {
    const member = discordPerson(access(), app.discord, ada, 'ada', adminPermissions)
    await member.types('ask', { topic: 'ci-what' })
    await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(1))?.state).toBe('open'), 5000)
    expect((await app.app.deps.store.rounds.find(1))?.questionId).toBe('ci-what')
    // Secret questions are looked up once a second.
    ahead += 1000
    const { token } = await alone(grace).sends('practice:ci-what', { text: 'dunno' })
    expect(alone(grace).reads(token)).toContain('open in a channel right now')
    expect(alone(grace).reads(token)).not.toContain('Once a day.')
    const { answer } = await alone(grace).presses('practice:ci-what')
    expect(answer).toMatchObject({ type: 4 })
    let last = asked(await alone(grace).types('practice'))
    for (let turn = 0; turn < 6; turn += 1) {
      expect(samples.filter((id) => id !== 'ci-what')).toContain(last)
      last = asked(wordsIn((await alone(grace).presses(`practice-next:${last}`)).answer))
    }
  })

  it('has help that lists what works there, and says that nothing is stored', async () => {
    const help = await alone(grace).types('help')
    expect(help).toContain('/heroku-quiz practice')
    expect(help).not.toMatch(/heroku-quiz (ask|team|schedule|me)/)
    expect(await alone(grace).types('privacy export')).toContain('I store nothing about you here')
    expect(await alone(grace).types('privacy forget')).toContain('I store nothing about you here')
    expect(await alone(grace).types('archive')).toContain('Past questions are on a public page')
    expect(await alone(grace).types('leaderboard')).toMatch(/works in servers that have added me.*practice/s)
  })
})

describe('in a server that has not added the app', () => {
  it('only practice works, regardless of the person’s permissions, and no row is written', async () => {
    const before = await rows()
    // Each person types two or three commands, so that nobody reaches a rate limit.
    for (const [at, { path, options }] of allCommands.entries()) {
      const person = stranger(String(331_000_000_000_000_000n + BigInt(at)))
      const given = Object.fromEntries(options.map(({ name }) => [name, fittingWords[name] ?? 'x']))
      const said = await person.types(path.join(' '), given)
      const works = ['practice', 'archive', 'help', 'privacy export', 'privacy forget'].includes(path.join(' '))
      expect(said.includes('This server hasn’t added me yet'), `${path.join(' ')}: ${said}`).toBe(!works)
    }
    for (const action of ['set-up:0', 'post-now:0', 'settings:1', 'close-now:1', 'answer:1', 'practice-next:0']) {
      await stranger(grace).presses(action)
      await stranger(grace).sends(action, { text: 'x', channel: { type: 8, values: ['1'] } })
    }
    expect(await rows()).toEqual(before)
    expect((await app.app.deps.store.workspaces.all()).map(({ ref }) => ref)).toEqual(['discord:310000000000000001'])
  })

  it('practice works, and only the person who asked sees it', async () => {
    const { answer } = await stranger(grace).presses('practice-next:heroku-what')
    expect(answer).toMatchObject({ type: 4, data: { flags: 68 } })
    expect(samples).toContain(asked(wordsIn(answer)))
  })

  it('somebody who sends too many requests is asked to wait, and nothing is stored', async () => {
    const before = await rows()
    const flood = '331000000000009999'
    const said = await Promise.all(Array.from({ length: 60 }, () => stranger(flood).types('practice')))
    expect(said.filter((one) => one.includes('That was a lot at once')).length).toBeGreaterThan(10)
    expect(await alone(grace).types('practice')).toContain('just for you')
    expect(await rows()).toEqual(before)
  })
})
