import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeRoundsNow } from '../../src/services/rounds/post-now.ts'
import { ada, adminPermissions, general, grace } from '../kit/discord/discord-payloads.ts'
import type { Json } from '../kit/discord/discord-world.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
const soon = { timeout: 15_000, interval: 20 }

beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

const access = () => ({ address: app.address, now: () => new Date(), shown: [] as string[] })

/** Waits until the round is open, closes it, and waits for its reveal. */
async function opened(id: number) {
  await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(id))?.state).toBe('open'), soon)
}

async function revealed(id: number) {
  const { deps } = app.app
  const round = await deps.store.rounds.find(id)
  await closeRoundsNow(deps, { id: round?.channelId ?? 0 })
  await vi.waitFor(async () => expect((await deps.store.rounds.find(id))?.revealedAt).toBeDefined(), soon)
}

function revealOnDiscord(): Json & { id: string } {
  const found = app.discord.world.messages.get(general)?.findLast((one) => wordsIn(one).includes('The answer'))
  if (!found) throw new Error('nothing was revealed')
  return found
}

const cards = async (ref: string) => {
  const { store } = app.app.deps
  const workspace = await store.workspaces.findByRef(ref.split(':').slice(0, 2).join(':'))
  const { id } = await store.players.recognise(workspace?.id ?? 0, { ref, name: '' })
  return (await store.practice.ofPlayer(id)).map(({ questionId, card }) => [questionId, card?.due])
}

describe('after a reveal on Slack', () => {
  it('people who did not answer press a button to say whether they knew it, and only practice uses this', async () => {
    const [ann, bea] = [slackPerson(access(), app.slack, 'U1', 'ann'), slackPerson(access(), app.slack, 'U2', 'bea')]
    await ann.types('ask')
    await opened(1)
    expect(await bea.clicks('knew:1')).toContain('open in a channel right now')
    await ann.types('answer temporary, for a migration')
    await revealed(1)
    const reveal =
      app.slack.world.messages
        .get('C1')
        ?.map(wordsIn)
        .find((text) => text.includes('The answer')) ?? ''
    expect(reveal).toContain('Discuss it in the thread.')
    expect(reveal).toContain('Knew it')
    const me = await bea.types('me')
    const board = await bea.types('leaderboard')
    expect(await bea.clicks('new-to-me:1')).toContain('Noted: it was new to you.')
    const stored = await cards('slack:T1:U2')
    expect(stored).toEqual([['one-off', expect.any(String)]])
    expect(await bea.clicks('new-to-me:1')).toContain('You’ve already told me.')
    expect(await bea.clicks('knew:1')).toContain('You’ve already told me.')
    expect(await cards('slack:T1:U2')).toEqual(stored)
    expect([await bea.types('me'), await bea.types('leaderboard')]).toEqual([me, board])
    expect(await ann.clicks('knew:1')).toContain('You answered this one')
    expect(await cards('slack:T1:U1')).toEqual([])
    expect(await bea.clicks('knew:77')).toContain('can’t find that question')
  })

  it('somebody who comes too late to answer can also press it', async () => {
    const cy = slackPerson(access(), app.slack, 'U3', 'cy')
    expect(await cy.clicks('answer:1')).toContain('Knew it')
    expect(await cy.clicks('knew:1')).toContain('Noted: you knew it.')
  })
})

describe('after a reveal on Discord', () => {
  const admin = () => discordPerson(access(), app.discord, ada, 'ada', adminPermissions)
  const starting = /^POST \/channels\/\d+\/messages\/\d+\/threads$/

  it('there are buttons, but no thread unless an admin wants one', async () => {
    await admin().types('ask')
    await opened(2)
    await revealed(2)
    const gus = discordPerson(access(), app.discord, grace, 'gus')
    const { answer } = await gus.presses('knew:2')
    expect(wordsIn(answer)).toContain('Noted: you knew it.')
    expect(wordsIn(revealOnDiscord())).not.toContain('in the thread')
    expect(app.discord.callsOf(starting)).toEqual([])
    expect(await admin().types('settings', { name: 'threads', value: 'on' })).toContain('off → on')
  })

  it('with threads on, each reveal gets one, for one call to Discord', async () => {
    await admin().types('ask')
    await opened(3)
    await revealed(3)
    expect(app.discord.callsOf(starting)).toHaveLength(1)
    expect(app.discord.world.threads.get(revealOnDiscord().id)).toEqual({
      name: expect.stringMatching(/^Talk: What/),
      auto_archive_duration: 1440,
    })
  })

  it.each([
    ['the app may not', { status: 403, body: { code: 50_013, message: 'Missing Permissions' } }],
    ['the server has too many', { status: 400, body: { code: 160_006, message: 'Maximum number of threads' } }],
    ['Discord is in trouble', { status: 503 }],
    ['the call is cut', { cut: 'after' as const }],
  ])('the question is still revealed if %s, without a second attempt', async (_, mood) => {
    const before = app.discord.callsOf(starting).length
    const { id = 0 } = (await nextRound()) ?? {}
    app.discord.next(starting, mood)
    await revealed(id)
    expect(app.discord.callsOf(starting)).toHaveLength(before + 1)
    expect(app.logged.some((line) => line.includes('no thread could be started below a reveal'))).toBe(true)
  })

  it('a second attempt finds the thread of the first', async () => {
    const { chat } = app.app.deps
    const place = `discord:310000000000000001:${general}:${revealOnDiscord().id}`
    await chat.startThread(place, 'Talk')
    await chat.startThread(place, 'Talk')
    expect(app.discord.world.threads.has(revealOnDiscord().id)).toBe(true)
    await expect(chat.startThread(`discord:310000000000000001:${general}:1`, 'Talk')).rejects.toMatchObject({
      meaning: 'message-closed',
    })
  })

  async function nextRound() {
    const { store } = app.app.deps
    const channelId = (await store.rounds.find(2))?.channelId ?? 0
    await admin().types('ask')
    await vi.waitFor(async () => expect(await store.rounds.latest(channelId, ['open'], 1)).toHaveLength(1), soon)
    return (await store.rounds.latest(channelId, ['open'], 1))[0]
  }
})
