import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as discordSends from '../kit/discord/discord-payloads.ts'
import { ada, adminPermissions, application, general, guild, lounge } from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { allowsInstall } from '../kit/slack/slack-install.ts'
import * as slackPayloads from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'

/** These tests count presses, because nobody types a command. */
const mostPresses = 5
const soon = { timeout: 5000, interval: 20 }

let app: Awaited<ReturnType<typeof wholeApp>>
let ahead = Date.parse('2030-01-07T08:00:00Z') - Date.now()
const clock = { now: () => new Date(Date.now() + ahead) }
let presses = 0

beforeAll(async () => {
  const oauth = { SLACK_BOT_TOKEN: undefined, SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'shh' }
  app = await wholeApp({ clock, settings: { ...oauth, PUBLIC_URL: 'https://quiz.test' } })
  app.slack.world.admins.add('U1')
  app.slack.world.profiles.set('U1', { tz: 'Europe/Berlin', name: 'ada' })
})
afterAll(() => app.close())

async function travel(moment: string): Promise<void> {
  ahead = Date.parse(moment) - Date.now()
  for (const name of ['tick', 'sweep'] as const) await app.app.deps.queue.add({ name })
}

function pressed<T>(what: T, times = 1): T {
  presses += times
  return what
}

const inSlack = (channel: string) => (app.slack.world.messages.get(channel) ?? []).map((message) => wordsIn(message))
const inDiscord = (channel: string) => (app.discord.world.messages.get(channel) ?? []).map((one) => wordsIn(one))
const hasAction = (message: unknown, action: string) => JSON.stringify(message).includes(`"${action}"`)

describe('on Slack', () => {
  const direct = { channel: { id: 'D1', name: 'directmessage' } }
  const ada = () => slackPerson({ address: app.address, now: clock.now, shown: [] }, app.slack, 'U1', 'ada')
  const event = (payload: Record<string, unknown>) =>
    fetch(`${app.address}/slack/events`, slackSends.event(slackPayloads.eventCallback(payload)))
  /** Submits the form; returns a function for the text it shows, immediately or later. */
  async function saves(form: string, channel: string): Promise<() => string> {
    const prompt = await ada().sends(form, chosen(channel))
    return () => [...prompt, ada().reads(form)].join('\n')
  }
  const chosen = (channel: string) => ({
    channel: slackPayloads.chose.channel(channel),
    time: slackPayloads.chose.time('10:30'),
    zone: slackPayloads.chose.option('Europe/Berlin'),
    days: slackPayloads.chose.option('mon-fri'),
  })

  it('after Allow, a page shows three steps and the declined scopes, and the person who installed the app gets a message', async () => {
    const page = await pressed(allowsInstall(app.address))
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html.match(/<ol>[\s\S]*<\/ol>/)?.[0].match(/<li>/g)).toHaveLength(3)
    expect(html).toContain('files:write')
    expect(html).toContain('https://slack.com/app_redirect?app=A1&amp;team=T1')
    await vi.waitFor(() => expect(inSlack('U1')).toHaveLength(1), soon)
    const [greeting] = app.slack.world.messages.get('U1') ?? []
    expect(wordsIn(greeting)).toContain('Set the daily question')
    expect(hasAction(greeting, 'set-up:0')).toBe(true)
  })

  it('the button opens a form with pickers and the person’s own time zone', async () => {
    const form = await pressed(ada().opens('set-up:0', direct))
    const shown = JSON.stringify(app.slack.world.views.get(form))
    for (const kind of ['conversations_select', 'timepicker', 'static_select']) expect(shown).toContain(kind)
    expect(shown).toMatch(/"initial_option":\{"text":\{[^}]*"text":"Europe\/Berlin"/)
    // Three presses: open the list of channels, choose a channel, submit the form.
    app.slack.world.outside.add('C1')
    app.slack.world.publicChannels.add('C1')
    const outcome = await pressed(saves(form, 'C1'), 3)
    await vi.waitFor(() => expect(outcome()).toContain('I’ll ask a question Monday to Friday at 10:30'), soon)
    expect(presses).toBeLessThanOrEqual(mostPresses)
  })

  it('the app joins the channel by itself, and announces once who set it up', async () => {
    expect(app.slack.callsOf('conversations.join')).toEqual([{ channel: 'C1' }])
    const joined = { type: 'member_joined_channel', user: 'UBOT', channel: 'C1', inviter: 'U1' }
    expect((await event(joined)).status).toBe(200)
    expect(inSlack('C1')).toHaveLength(1)
    expect(inSlack('C1')[0]).toContain('ada set up a daily Heroku question here: Monday to Friday at 10:30')
  })

  it('the question is posted at the scheduled time', async () => {
    await travel('2030-01-07T09:30:10Z')
    await vi.waitFor(() => expect(inSlack('C1').join('\n')).toContain('Question of the day'), soon)
  })

  it('if the app can’t join a channel, the reply explains what to do, and a button tries again', async () => {
    app.slack.world.outside.add('C2')
    const form = await ada().opens('set-up:0', direct)
    const outcome = await saves(form, 'C2')
    await vi.waitFor(() => expect(outcome()).toContain('I can’t post there yet: I’m not a member there.'), soon)
    expect(outcome()).toContain('/invite')
    const workspace = await app.app.deps.store.workspaces.findByRef('slack:T1')
    const channels = await app.app.deps.store.channels.inWorkspace(workspace?.id ?? 0)
    const again = `post-check:${channels.find(({ ref }) => ref === 'slack:T1:C2')?.id}`
    await ada().presses(again, form)
    await vi.waitFor(() => expect(ada().reads(form)).toContain('I can’t post there yet'), soon)
    app.slack.world.outside.delete('C2')
    await ada().presses(again, form)
    await vi.waitFor(() => expect(ada().reads(form)).toContain('All set: I can post there.'), soon)
    expect(inSlack('C2').join()).toContain('ada set up a daily Heroku question here.')
  })

  it('somebody who opens the app’s messages for the first time is greeted, once', async () => {
    const visit = { type: 'app_home_opened', user: 'U2', tab: 'messages', channel: 'D2' }
    for (let times = 0; times < 2; times++) expect((await event(visit)).status).toBe(200)
    await vi.waitFor(() => expect(inSlack('U2')).toHaveLength(1), soon)
    expect(inSlack('U2')[0]).toContain('Answer the daily question in its channel')
    expect(inSlack('U2')[0]).not.toContain('Set the daily question')
    await event({ ...visit, user: 'U1' })
    expect(inSlack('U1').filter((text) => text.startsWith('Hello!'))).toHaveLength(1)
  })

  it('a channel gets one message when somebody adds the app, and no message when people join', async () => {
    const joined = { type: 'member_joined_channel', channel: 'C3', inviter: 'U2' }
    for (const user of ['UBOT', 'UBOT', 'U7']) expect((await event({ ...joined, user })).status).toBe(200)
    await vi.waitFor(() => expect(inSlack('C3')).toHaveLength(1), soon)
    expect(inSlack('C3')[0]).toContain('An admin can have me ask a question here every working day')
  })

  it('somebody who is not an admin gets an explanation', async () => {
    const bea = slackPerson({ address: app.address, now: clock.now, shown: [] }, app.slack, 'U2', 'bea')
    const form = await bea.opens('set-up:0', direct)
    expect(bea.reads(form)).toContain('Only admins')
  })
})

describe('on Discord', () => {
  const zoe = () =>
    discordPerson({ address: app.address, now: clock.now, shown: [] }, app.discord, ada, 'zoe', adminPermissions)
  const everything = 0x400n | 0x800n
  const chosen = (channel: string) => ({
    channel: discordSends.chose.channel(channel),
    time: discordSends.chose.option('11:00'),
    zone: discordSends.chose.option('Europe/London'),
    days: discordSends.chose.option('daily'),
  })

  async function authorizes(more: Record<string, unknown> = {}): Promise<number> {
    const server = { id: guild, name: 'Acme', system_channel_id: general }
    const data = { integration_type: 0, scopes: ['bot'], user: { id: ada, username: 'zoe' }, guild: server, ...more }
    const added = { type: 'APPLICATION_AUTHORIZED', timestamp: '2030-01-07T09:31:00Z', data }
    const body = JSON.stringify({ version: 1, application_id: application, type: 1, event: added })
    const at = Math.floor(clock.now().getTime() / 1000)
    return (await fetch(`${app.address}/discord/events`, signed(body, { at }))).status
  }

  it('after Authorize, one message appears in the channel where the server welcomes people', async () => {
    presses = 0
    expect(await pressed(authorizes())).toBe(204)
    expect(await authorizes()).toBe(204)
    await vi.waitFor(() => expect(inDiscord(general)).toHaveLength(1), soon)
    expect(inDiscord(general)[0]).toContain('Set the daily question')
  })

  it('the button opens a form with menus, and the question is posted at the scheduled time', async () => {
    const [message] = app.discord.world.messages.get(general) ?? []
    const [, action = ''] = /"(set-up:\d+)"/.exec(JSON.stringify(message)) ?? []
    const { answer } = await pressed(zoe().presses(action))
    expect(answer.type).toBe(9)
    expect(JSON.stringify(answer)).toContain('"type":8')
    const allowed = discordSends.resolvedChannel(lounge, 'lounge', everything)
    const { token } = await pressed(zoe().sends('set-up:0', chosen(lounge), 1, allowed), 3)
    expect(zoe().reads(token)).toContain('I’ll ask a question every day at 11:00, Europe/London')
    expect(inDiscord(lounge)[0]).toContain('zoe set up a daily Heroku question here: every day at 11:00')
    expect(presses).toBeLessThanOrEqual(mostPresses)
    await travel('2030-01-07T11:00:10Z')
    await vi.waitFor(() => expect(inDiscord(lounge).join('\n')).toContain('Question of the day'), soon)
  })

  it('a missing permission in a channel is reported immediately, without a call to Discord', async () => {
    const before = app.discord.calls.length
    const closed = discordSends.resolvedChannel(general, 'general', 0x400n)
    const { token } = await zoe().sends('set-up:0', chosen(general), 1, closed)
    expect(zoe().reads(token)).toContain('I’m missing Send Messages there.')
    expect(app.discord.calls.slice(before).filter(({ route }) => route.includes(general))).toEqual([])
  })

  it('somebody who installs the app for themselves doesn’t add it to a server', async () => {
    const before = (await app.app.deps.store.workspaces.all()).length
    expect(await authorizes({ integration_type: 1, guild: undefined })).toBe(204)
    expect(await app.app.deps.store.workspaces.all()).toHaveLength(before)
  })

  it('events about installs are accepted only from Discord', async () => {
    const request = { method: 'POST', body: '{"type":0}', headers: { 'content-type': 'application/json' } }
    expect((await fetch(`${app.address}/discord/events`, request)).status).toBe(401)
    const at = Math.floor(clock.now().getTime() / 1000)
    expect((await fetch(`${app.address}/discord/events`, signed('{"version":1,"type":0}', { at }))).status).toBe(204)
    expect((await fetch(`${app.address}/discord/events`, signed('nonsense', { at }))).status).toBe(400)
  })
})
