import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { topicsOfTheBank } from '../kit/bank/topics-of-the-bank.ts'
import { adminPermissions, general } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

/** A Sunday, after the time of the daily question. */
let morning = Date.parse('2030-01-06T09:00:10Z')
let ahead = morning - Date.now()
let app: Awaited<ReturnType<typeof wholeApp>>
const clock = { now: () => new Date(Date.now() + ahead) }
const chiefOfDiscord = '330000000000000003'
const posting = new RegExp(`^POST /channels/${general}/messages$`)
const soon = { timeout: 8000, interval: 20 }

beforeAll(async () => {
  // With a smaller bank, admins would be notified that few questions are left.
  app = await wholeApp({ clock, questions: topicsOfTheBank('dynos', 'teams-and-access') })
  app.slack.world.admins.add('U1')
})
afterAll(() => app.close())

const slackChief = () => slackPerson({ address: app.address, now: clock.now, shown: [] }, app.slack, 'U1', 'ada')
const discordChief = () =>
  discordPerson(
    { address: app.address, now: clock.now, shown: [] },
    app.discord,
    chiefOfDiscord,
    'zoe',
    adminPermissions,
  )

async function nextMorning(): Promise<void> {
  morning += 24 * 60 * 60_000
  ahead = morning - Date.now()
  await app.app.deps.queue.add({ name: 'tick' })
}

async function channelOn(platform: 'slack' | 'discord') {
  const { store } = app.app.deps
  const [workspace] = (await store.workspaces.all()).filter((one) => one.platform === platform)
  const [channel] = await store.channels.inWorkspace(workspace?.id ?? 0)
  return channel
}

const postsInSlack = () => app.slack.callsOf('chat.postMessage')
const directSlack = () => (app.slack.world.messages.get('U1') ?? []).map((message) => wordsIn(message))
const directDiscord = () =>
  (app.discord.world.messages.get(app.discord.world.direct.get(chiefOfDiscord) ?? '') ?? []).map((one) => wordsIn(one))

describe('an error from Slack for the daily question', () => {
  it.each<[error: string, tells: string, paused: string | undefined]>([
    ['is_archived', 'I paused it: the channel was archived or deleted', 'channel-gone'],
    ['not_in_channel', 'I’m not a member there. Add me', undefined],
    ['restricted_action_read_only_channel', 'I’m not allowed to post there', undefined],
    ['app_access_restricted', 'I don’t have a permission that I need (app_access_restricted)', undefined],
  ])('%s: an admin reads “%s”', async (error, tells, paused) => {
    await slackChief().types('schedule set 09:00 UTC daily')
    const before = directSlack().length
    app.slack.next('chat.postMessage', { error })
    await nextMorning()
    await vi.waitFor(() => expect(directSlack().slice(before).join()).toContain(tells), soon)
    await vi.waitFor(async () => expect((await channelOn('slack'))?.pausedBecause).toBe(paused), soon)
    await vi.waitFor(async () => expect((await channelOn('slack'))?.failedDays).toBe(1), soon)
    await slackChief().types('schedule off')
  })

  it.each<[error: string, again: boolean]>([
    ['account_inactive', true],
    ['token_revoked', true],
    ['message_limit_exceeded', false],
  ])('%s: no admin is notified, and the question is tried again immediately: %s', async (error, again) => {
    await slackChief().types('schedule set 09:00 UTC daily')
    const [before, calls] = [directSlack().length, app.slack.callsOf('chat.postMessage').length]
    app.slack.next('chat.postMessage', { error })
    await nextMorning()
    if (again) await vi.waitFor(() => expect(postsInSlack().length).toBeGreaterThan(calls + 1), soon)
    else await app.slack.until('chat.postMessage', calls + 1)
    expect(postsInSlack()[calls]).toMatchObject({ channel: 'C1' })
    expect((await channelOn('slack'))?.failedDays).toBe(0)
    expect(directSlack()).toHaveLength(before)
    await slackChief().types('schedule off')
  })
})

describe('an error from Discord for the daily question', () => {
  it.each<[status: number, code: number, tells: string, paused: string | undefined]>([
    [404, 10_003, 'I paused it: the channel was archived or deleted', 'channel-gone'],
    [403, 50_001, 'I’m not a member there', undefined],
    [403, 50_013, 'I’m not allowed to post there', undefined],
    [400, 200_000, 'a filter on this server blocked it', undefined],
  ])('%i and %i: an admin reads “%s”', async (status, code, tells, paused) => {
    await discordChief().types('schedule set', { time: '09:00', zone: 'UTC', days: 'daily' })
    const before = directDiscord().length
    app.discord.next(posting, { status, body: { code, message: 'No' } })
    await nextMorning()
    await vi.waitFor(() => expect(directDiscord().slice(before).join()).toContain(tells), soon)
    await vi.waitFor(async () => expect((await channelOn('discord'))?.pausedBecause).toBe(paused), soon)
    await discordChief().types('schedule off')
  })

  it('30046 for the edit of the question: the answer is still revealed below it', async () => {
    await discordChief().types('schedule set', { time: '09:00', zone: 'UTC', days: 'daily' })
    await nextMorning()
    const asked = () => (app.discord.world.messages.get(general) ?? []).map((message) => wordsIn(message)).join()
    await vi.waitFor(() => expect(asked()).toContain('Question of the day'), soon)
    app.discord.next(/^PATCH \/channels/, { status: 429, body: { code: 30_046, message: 'Too many edits' } })
    await nextMorning()
    const shown = () => (app.discord.world.messages.get(general) ?? []).map((message) => wordsIn(message))
    await vi.waitFor(() => expect(shown().join()).toContain('The answer'), soon)
  })
})
