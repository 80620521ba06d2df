import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ada, adminPermissions, chose as choseOnDiscord, general, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { chose as choseOnSlack } from '../kit/slack/slack-payloads.ts'

/** A Thursday, the last day of a month. Berlin is one hour ahead of UTC, New York five hours behind. */
let ahead = Date.parse('2030-01-31T06:00:00Z') - Date.now()
const clock = { now: () => new Date(Date.now() + ahead) }
const soon = { timeout: 15_000, interval: 20 }

let app: Awaited<ReturnType<typeof wholeApp>>
const shown = { slack: [] as string[], discord: [] as string[] }

beforeAll(async () => {
  app = await wholeApp({ clock })
  app.slack.world.admins.add('U1')
})
afterAll(() => app.close())

const inSlack = (id: string, name: string) =>
  slackPerson({ address: app.address, now: clock.now, shown: shown.slack }, app.slack, id, name)
const inDiscord = (id: string, name: string, permissions?: string) =>
  discordPerson({ address: app.address, now: clock.now, shown: shown.discord }, app.discord, id, name, permissions)
const chief = () => inSlack('U1', 'acme-ada')
const bea = () => inSlack('U2', 'acme-bea')
const zoe = () => inDiscord(ada, 'zenith-zoe', adminPermissions)
const gus = () => inDiscord(grace, 'zenith-gus')

const posting = new RegExp(`^POST /channels/${general}/messages$`)
const finale = 'The season is over: January 2030'
const finales = {
  slack: () => (app.slack.world.messages.get('C1') ?? []).filter((one) => wordsIn(one).includes(finale)),
  discord: () => (app.discord.world.messages.get(general) ?? []).filter((one) => wordsIn(one).includes(finale)),
}

/** Moves the clock and runs the due jobs more than once, as several workers would. */
async function travel(moment: string): Promise<void> {
  ahead = Date.parse(moment) - Date.now()
  for (const name of ['tick', 'sweep', 'tick'] as const) await app.app.deps.queue.add({ name })
}

async function opened(round: number): Promise<void> {
  await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(round))?.state).toBe('open'), soon)
}

async function unclosed(ref: string): Promise<string[]> {
  const { store } = app.app.deps
  const workspace = await store.workspaces.findByRef(ref)
  return (await store.seasons.unclosed(workspace?.id ?? 0)).map(({ length, startsOn }) => `${length} ${startsOn}`)
}

/** The page behind the newest board link. */
async function boardPage(held: unknown, query: string): Promise<string> {
  const [link] = (JSON.stringify(held).match(/https:\/\/quiz\.test\/board\/[\w.-]+/g) ?? []).slice(-1)
  const page = await fetch(`${app.address}${new URL(link ?? '').pathname}?${query}`)
  expect(page.status).toBe(200)
  return page.text()
}

describe('turning seasons on', () => {
  const bad = '“weekly” doesn’t work here. Use month, quarter or off.'

  it('works for admins on Slack with a command or in the form, and an unknown length is refused with values that work', async () => {
    expect(await bea().types('settings seasons month')).toContain('Only admins')
    expect(await chief().types('settings seasons weekly')).toContain(bad)
    expect(await bea().types('leaderboard season')).toContain('/heroku-quiz settings seasons month')
    expect(await chief().types('settings seasons quarter')).toContain('off → quarter')
    await chief().types('settings list')
    const [, button = ''] = /(settings:\d+)/.exec(JSON.stringify([app.slack.calls, shown.slack])) ?? []
    const form = await chief().opens(button)
    expect(chief().reads(form)).toContain('Seasons: a board that starts over')
    const [saved] = await chief().sends(form, { seasons: choseOnSlack.radio('month') })
    expect(saved).toMatch(/seasons.*month/)
    expect(await chief().types('settings seasons month')).toContain('month, as before')
    // The new quarter is still running.
    expect(await unclosed('slack:T1')).toEqual(['month 2030-01-01'])
  })

  it('works on Discord too', async () => {
    expect(await gus().types('settings', { name: 'seasons', value: 'month' })).toContain('Only admins')
    expect(await zoe().types('settings', { name: 'seasons', value: 'weekly' })).toContain(bad)
    expect(await zoe().types('settings', { name: 'seasons', value: 'quarter' })).toContain('off → quarter')
    await zoe().types('settings', { name: 'list' })
    const [, button = ''] = /"(settings:\d+)"/.exec(shown.discord.at(-1) ?? '') ?? []
    const { answer } = await zoe().presses(button)
    expect(answer).toMatchObject({ type: 9 })
    expect(JSON.stringify(answer)).toContain('Seasons: a board that starts over')
    const { token } = await zoe().sends(button, { seasons: choseOnDiscord.radio('month') })
    await vi.waitFor(() => expect(zoe().reads(token)).toMatch(/seasons.*month/), soon)
    expect(await unclosed('discord:310000000000000001')).toEqual(['month 2030-01-01'])
  })
})

describe('a season', () => {
  it('is played on both platforms', async () => {
    await chief().types('schedule set 09:30 Europe/Berlin')
    await zoe().types('schedule set', { time: '09:30', zone: 'America/New_York' })
    await bea().types('team create Rockets')
    await gus().types('team create', { name: 'Anchors' })
    await travel('2030-01-31T08:30:10Z')
    await opened(1)
    await travel('2030-01-31T14:30:10Z')
    await opened(2)
    const { store, bank } = app.app.deps
    const rightAnswer = async (id: number) => {
      const round = await store.rounds.find(id)
      return round ? (await bank.find(round)).question.answer : ''
    }
    await bea().types(`answer ${await rightAnswer(1)}`)
    await gus().sends('answer:2', { text: await rightAnswer(2) })
    for (const answer of [1, 2]) {
      await vi.waitFor(async () => expect((await store.answers.find(answer))?.state).toBe('told'), soon)
    }
    const onSlack = await bea().types('leaderboard season')
    expect(onSlack).toContain('1 acme-bea 10')
    expect(onSlack).toContain('1 Rockets 10')
    expect(onSlack).toContain('The season ends today, on ')
    const onDiscord = await gus().types('leaderboard', { window: 'season' })
    expect(onDiscord).toContain('1 zenith-gus 10')
    expect(onDiscord).toContain('The season ends today, on ')
    expect(onSlack + onDiscord).not.toContain('Hall of fame')
  })

  it('ends on Slack with one post that has a picture, in the morning of its time zone', async () => {
    await travel('2030-02-01T07:59:00Z')
    await travel('2030-02-01T08:00:10Z')
    await vi.waitFor(() => expect(finales.slack()).toHaveLength(1), soon)
    const [post] = finales.slack()
    expect(wordsIn(post)).toContain('Team of the season:* Rockets, with 10 points')
    expect(wordsIn(post)).toContain('Season finale, January 2030.')
    const [, file = ''] = /"slack_file":\{"id":"(\w+)"/.exec(JSON.stringify(post)) ?? []
    const completed = app.slack.callsOf('files.completeUploadExternal')
    expect(completed.map(({ files }) => files)).toEqual([[{ id: file, title: 'season-2030-01-01.png' }]])
    expect(app.slack.callsOf('upload')).toHaveLength(1)
    expect(app.slack.callsOf('upload')[0]?.bytes).toBeGreaterThan(1000)
    expect(finales.discord()).toEqual([])
  })

  it('ends on Discord with one post that has a picture, even if Discord’s reply is lost', async () => {
    app.discord.next(posting, { cut: 'after' })
    await travel('2030-02-01T14:00:10Z')
    await vi.waitFor(
      async () => expect(await unclosed('discord:310000000000000001')).toEqual(['month 2030-02-01']),
      soon,
    )
    expect(finales.discord()).toHaveLength(1)
    expect(wordsIn(finales.discord())).toContain('Anchors, with 10 points')
    const sent = app.discord.callsOf(posting).filter(({ body }) => wordsIn(body).includes(finale))
    expect(sent).toHaveLength(1)
    expect(sent[0]?.files).toEqual([{ name: 'season-2030-01-01.png', bytes: expect.any(Number) }])
    expect(sent[0]?.files[0]?.bytes).toBeGreaterThan(1000)
  })

  it('ends once, and is followed by the weekly board', async () => {
    await travel('2030-02-04T14:00:10Z')
    const said = () => [app.slack.world.messages.get('C1'), app.discord.world.messages.get(general)].map(wordsIn)
    for (const at of [0, 1]) await vi.waitFor(() => expect(said()[at]).toContain('Weekly leaderboard'), soon)
    expect([finales.slack().length, finales.discord().length]).toEqual([1, 1])
    expect(await unclosed('slack:T1')).toEqual(['month 2030-02-01'])
  })

  it('leaves a hall of fame below the new board, and on its page', async () => {
    const onSlack = await bea().types('leaderboard season')
    expect(onSlack).toContain('Hall of fame')
    expect(onSlack).toMatch(/January 2030:\*? ?\*?Rockets, with 10 points · acme-bea, with 10 points/)
    expect(onSlack).not.toContain('1 acme-bea 10')
    const onDiscord = await gus().types('leaderboard', { window: 'season' })
    expect(onDiscord).toContain('Anchors, with 10 points · zenith-gus, with 10 points')
    for (const [held, won, name] of [
      [[app.slack.calls, shown.slack], 'Rockets', 'acme-bea'],
      [[app.discord.calls, shown.discord], 'Anchors', 'zenith-gus'],
    ] as const) {
      const teams = await boardPage(held, 'window=season&by=teams')
      expect(teams).toContain('Hall of fame')
      expect(teams).toContain('January 2030')
      expect(teams).toContain(won)
      // Players' names are hidden on a page that anybody with the link can read.
      const players = await boardPage(held, 'window=season&by=players')
      expect(players).toContain('A player')
      expect(players).not.toContain(name)
    }
  })

  it('never shows data of one workspace in the other, and never sends anything that a platform refuses', async () => {
    expect(JSON.stringify([app.slack.calls, shown.slack])).not.toMatch(/zenith|Anchors/)
    expect(JSON.stringify([app.discord.calls, shown.discord])).not.toMatch(/acme-|Rockets/)
    await expect(app.slack[Symbol.asyncDispose]()).resolves.toBeUndefined()
    await expect(app.discord[Symbol.asyncDispose]()).resolves.toBeUndefined()
  })
})
