import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { httpGuest } from '../kit/people/http-guest.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

const soon = { timeout: 15_000, interval: 50 }
let app: Awaited<ReturnType<typeof wholeApp>>

beforeAll(async () => {
  app = await wholeApp({ settings: { PLAYGROUND: 'on' } })
  app.slack.world.profiles.set('U2', { tz: 'America/New_York' })
})
afterAll(() => app.close())

const access = () => ({ address: app.address, now: () => new Date(), shown: [] as string[] })
const bea = () => slackPerson(access(), app.slack, 'U2', 'bea')
const gus = () => discordPerson(access(), app.discord, grace, 'gus')

/** On Discord, the text after a command is in its option. */
async function typedInDiscord(words: string): Promise<string> {
  const [, path = words, last = '', value = ''] = /^((?:remind )?(on|pause|goal)) (.*)$/.exec(words) ?? []
  const name = { on: 'time', pause: 'date', goal: 'days' }[last]
  return gus().types(path, name === undefined ? {} : { [name]: value })
}

/** Types a command; resolves with the reply. */
type Types = (words: string) => Promise<string>

/** Resolves with the newest line of the channel, without markup. */
async function inPlayground(): Promise<Types> {
  const guest = await httpGuest(app.address)
  const lines = async () => {
    const read = (await guest.reads())
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .replaceAll(' .', '.')
    return read.split('Only visible to you').slice(1)
  }
  return async (words) => {
    const before = (await lines()).length
    await guest.says(`/heroku-quiz ${words}`)
    return vi.waitFor(async () => {
      const now = await lines()
      expect(now.length).toBeGreaterThan(before)
      return now.at(-1) ?? ''
    }, soon)
  }
}

const platforms: [string, () => Promise<Types>][] = [
  ['Slack', async () => (words) => bea().types(words)],
  ['Discord', async () => typedInDiscord],
  ['the playground', inPlayground],
]

describe.each(platforms)('an impossible request is refused with an example that works, on %s', (platform, open) => {
  let types: Types
  beforeAll(async () => {
    types = await open()
  })

  it.each([
    ['remind on 25:00', '“25:00” isn’t a time of day.', /remind on \d\d:\d\d/, /16:00|time zone/],
    ['remind on noon', '“noon” isn’t a time of day.', /remind on \d\d:\d\d/, /16:00|time zone/],
    ['pause yesterday', '“yesterday” isn’t a date.', /pause \d{4}-\d\d-\d\d/, /No reminders until/],
    ['pause 2031-01-01', '2031-01-01 is more than a year away.', /pause \d{4}-\d\d-\d\d/, /No reminders until/],
    ['pause 2020-01-01', '2020-01-01 is over already.', /pause \d{4}-\d\d-\d\d/, /No reminders until/],
    ['goal 9', 'A week has 7 days, and 9 is more.', /goal \d/, /Your goal: 3 days a week/],
  ])('%s', async (words, wrong, example, works) => {
    const said = await types(words)
    expect(said).toContain(wrong)
    const [meant = ''] = example.exec(said) ?? []
    expect(said).toContain(`/heroku-quiz ${meant}`)
    // The playground doesn't send time zones, so its form opens in the page and there is no message.
    if (platform === 'the playground' && meant.startsWith('remind')) return
    expect(await types(meant)).toMatch(works)
  })

  it('sharing before answering anything is refused', async () => {
    expect(await types('share')).toContain('You haven’t answered a question here yet')
  })
})

describe('a time zone that the platform doesn’t send', () => {
  it('is asked for once, in a form, and an invalid one is refused with an example that works', async () => {
    await gus().types('remind on')
    const { answer } = await gus().presses('remind-on:0')
    expect(answer).toMatchObject({ type: 9, data: { custom_id: 'remind-zone:0' } })
    const sent = async (zone: string, time: string) => {
      const { token } = await gus().sends('remind-zone:0', { zone, time })
      await vi.waitFor(() => expect(gus().reads(token)).not.toBe(''), soon)
      return gus().reads(token)
    }
    const wrong = await sent('Mars/Base', '16:00')
    expect(wrong).toContain('“Mars/Base”')
    expect(wrong).toContain('/heroku-quiz remind on')
    expect(wrong).toContain('Europe/Berlin')
    expect(await sent('Europe/Berlin', '25:00')).toContain('“25:00” isn’t a time of day')
    expect(await sent('Europe/Berlin', '16:00')).toContain('at 16:00 (Europe/Berlin)')
    expect(await gus().types('remind on', { time: '17:00' })).toContain('at 17:00 (Europe/Berlin)')
  })
})

describe('a result of a round that was deleted', () => {
  it('is refused with a friendly message if its button is still there, and nothing is posted', async () => {
    const { store } = app.app.deps
    const rounds: number[] = []
    for (const [ask, platform] of [
      [() => bea().types('ask'), 'slack:T1'],
      [() => gus().types('ask'), 'discord:310000000000000001'],
    ] as const) {
      await ask()
      const workspaceId = (await store.workspaces.findByRef(platform))?.id ?? 0
      const newest = async () => (await store.overview.rounds(workspaceId, { since: new Date(0), limit: 1 }))[0]
      await vi.waitFor(async () => expect((await newest())?.round.state).toBe('open'), soon)
      rounds.push((await newest())?.round.id ?? 0)
    }
    const [onSlack = 0, onDiscord = 0] = rounds
    await bea().types('answer something else')
    await gus().sends(`answer:${onDiscord}`, { text: 'something else' })
    for (const round of rounds) {
      await vi.waitFor(async () => expect((await store.answers.ofRound(round)).best).toHaveLength(1), soon)
    }
    const client = new Client({ connectionString: app.databaseUrl })
    await client.connect()
    await client.query('delete from rounds where id = any ($1)', [rounds]).finally(() => client.end())
    const gone = 'I can’t find that question anymore. Type'
    expect(await bea().clicks(`share:${onSlack}`)).toContain(gone)
    const { token } = await gus().presses(`share:${onDiscord}`)
    await vi.waitFor(() => expect(gus().reads(token)).toContain(gone), soon)
    expect(await bea().types('share')).toContain('You haven’t answered a question here yet')
    expect(await gus().types('share')).toContain('You haven’t answered a question here yet')
  })
})
