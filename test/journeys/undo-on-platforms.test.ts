import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { adminPermissions, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

const soon = { timeout: 15_000, interval: 50 }
const lastUndo = (...held: unknown[]): string => (JSON.stringify(held).match(/undo:\d+/g) ?? []).at(-1) ?? ''

describe('an admin’s mistake on Slack', () => {
  it('in a decision about a dispute is undone with a button below the private reply', async () => {
    const { store } = app.app.deps
    app.slack.world.admins.add('U1')
    const [admin, player] = [inSlack(app, 'U1'), inSlack(app, 'U2')]
    await admin.types('ask')
    await vi.waitFor(async () => expect((await store.rounds.find(1))?.state).toBe('open'), soon)
    await player.types('answer No idea at all')
    await vi.waitFor(async () => expect((await store.answers.find(1))?.state).toBe('told'), soon)
    await player.sends(await player.opens('dispute:1'), { reason: 'It’s in the docs.' })
    await vi.waitFor(async () => expect((await store.disputes.find(1))?.reason).toBe('It’s in the docs.'), soon)
    const form = await admin.opens('dispute-accept:1')
    await admin.sends(form, { note: '' })
    await vi.waitFor(async () => expect((await store.disputes.find(1))?.toldAt).toBeDefined(), soon)
    await vi.waitFor(() => expect(lastUndo(app.slack.calls, admin.shown)).not.toBe(''), soon)
    expect(await admin.clicks(lastUndo(app.slack.calls, admin.shown))).toContain('Undone. The dispute is open again')
    const told = () => JSON.stringify(app.slack.calls)
    await vi.waitFor(() => expect(told()).toContain('An admin withdrew the decision on your dispute'), soon)
    const desk = await signedIn(app)
    const changes = (await desk.opens('/desk/changes')).text
    expect(changes).toContain('withdrew a decision about a dispute, on: What is a one-off dyno')
    expect(changes).toContain('accepted a dispute, on: What is a one-off dyno')
  })
})

describe('an admin’s mistake on Discord', () => {
  it('in turning off the daily question is undone with a button below the private reply', async () => {
    const access = { address: app.address, now: () => new Date(), shown: [] as string[] }
    const admin = discordPerson(access, app.discord, grace, 'grace', adminPermissions)
    await admin.types('schedule set', { time: '09:30', zone: 'Europe/Berlin' })
    await admin.types('schedule off')
    const { answer } = await admin.presses(lastUndo(access.shown))
    expect(wordsIn(answer)).toContain('Undone. The daily question is on again with its earlier schedule.')
    await admin.types('team create', { name: 'Rockets' })
    await admin.types('team rename', { name: 'Rokcets' })
    expect(wordsIn((await admin.presses(lastUndo(access.shown))).answer)).toContain('The team’s name is Rockets again.')
  })
})
