import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { chose, eventCallback } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'

const soon = { timeout: 5000, interval: 20 }
let app: Awaited<ReturnType<typeof wholeApp>>

beforeAll(async () => {
  app = await wholeApp()
  app.slack.world.admins.add('U1')
})
afterAll(() => app.close())

const person = (id: string, name: string) =>
  slackPerson({ address: app.address, now: () => new Date(), shown: [] }, app.slack, id, name)
const chief = () => person('U1', 'ada')
const bea = () => person('U2', 'bea')
/** The Home tab has no channel and no modal. */
const atHome = { channel: undefined, container: { type: 'view' }, message: undefined }

async function home(user: string): Promise<{ words: string; actions: string[] }> {
  app.slack.world.homes.delete(user)
  const opened = { type: 'app_home_opened', user, tab: 'home', channel: `D${user}` }
  await fetch(`${app.address}/slack/events`, slackSends.event(eventCallback(opened)))
  await vi.waitFor(() => expect(app.slack.world.homes.has(user)).toBe(true), soon)
  const view = app.slack.world.homes.get(user)
  const actions = [...JSON.stringify(view).matchAll(/"value":"([a-z-]+:\d+)"/g)].map(([, action = '']) => action)
  return { words: wordsIn(view), actions }
}

describe('the home tab', () => {
  it('explains what to do if no question is open, and shows admin controls only to admins', async () => {
    const { words, actions } = await home('U2')
    expect(words).toContain('No question is open for you.')
    expect(words).toContain('Streak: none right now')
    expect(actions).toEqual(['goal:0', 'practice-next:0', 'board:0', 'help:0'])
  })

  it('shows the daily question to people who play in its channel', async () => {
    await bea().types('ask')
    await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(1))?.state).toBe('open'), soon)
    expect((await home('U2')).actions).not.toContain('answer:1')
    const form = await bea().opens('answer:1', atHome)
    await bea().sends(form, { text: 'nothing yet' })
    const { words, actions } = await home('U2')
    expect(words).toContain('Asked in *#general*. You’ve answered it.')
    expect(actions.slice(0, 2)).toEqual(['answer:1', 'hint:1'])
    expect((await home('U3')).actions).not.toContain('answer:1')
  })

  it('gives admins the schedules, settings, disputes and the desk', async () => {
    await chief().types('schedule set 09:30 Europe/Berlin')
    const { words, actions } = await home('U1')
    expect(words).toContain('*#general*: Monday to Friday at 09:30, Europe/Berlin')
    expect(actions).toContain('desk:0')
    const settings = actions.find((action) => action.startsWith('settings:')) ?? ''
    const form = await chief().opens(settings, atHome)
    expect(chief().reads(form)).toContain('Tries a player has in a round')
    const chosen = { attempts: chose.option('3'), difficulty: chose.option('easy') }
    const [shown] = await chief().sends(form, chosen)
    expect(shown).toContain('attempts')
    const channel = await app.app.deps.store.channels.find(Number(settings.split(':')[1]))
    expect(channel?.settings).toMatchObject({ attempts: 3, difficulty: 'easy' })
  })

  it('opens the schedule of a channel with its current values', async () => {
    const { actions } = await home('U1')
    const schedule = actions.find((action) => /^set-up:[1-9]/.test(action)) ?? ''
    const form = await chief().opens(schedule, atHome)
    const view = JSON.stringify(app.slack.world.views.get(form))
    expect(view).toContain('"initial_conversation":"C1"')
    expect(view).toContain('"initial_time":"09:30"')
  })

  it('opens help, the board and practice', async () => {
    for (const [action, words] of [
      ['help:0', '/heroku-quiz leaderboard'],
      ['board:0', 'Players, this week'],
    ] as const) {
      const view = await bea().opens(action, atHome)
      expect(bea().reads(view)).toContain(words)
    }
  })

  it('shows the part for everybody even if the check for admins fails on Slack', async () => {
    app.slack.next('users.info', { status: 503 }, { status: 503 })
    const { words } = await home('U5')
    expect(words).toContain('Today’s question')
    expect(words).not.toContain('For admins')
  })

  it('can be rendered again without a request, which doesn’t store a new player', async () => {
    const refresh = (user: string) =>
      app.app.handleEvent({
        id: `again-${user}`,
        kind: 'home',
        isRefresh: true,
        workspace: { ref: 'slack:T1', name: '' },
        player: { ref: `slack:T1:${user}`, name: '', isAdmin: async () => false },
      })
    await bea().types('team create Rockets')
    const again = await refresh('U2')
    expect(again.kind).toBe('home')
    expect(JSON.stringify(again)).toContain('Rockets')
    expect(await refresh('U99')).toEqual({ kind: 'nothing' })
    expect(await app.app.deps.store.players.findByRef('slack:T1:U99')).toBeUndefined()
  })

  it('never shows a channel of another workspace', async () => {
    const elsewhere = await app.app.deps.store.workspaces.recognise({ ref: 'slack:T9', name: 'Other' })
    const { id } = await app.app.deps.store.channels.recognise(elsewhere.id, { ref: 'slack:T9:C9', name: 'theirs' })
    for (const word of ['settings', 'set-up', 'post-check']) {
      const view = await chief().opens(`${word}:${id}`, atHome)
      expect(chief().reads(view)).toContain('another workspace')
    }
  })
})
