import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { inSlack, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let desk: DeskPerson

beforeAll(async () => {
  app = await wholeApp()
  desk = await signedIn(app)
})
afterAll(() => app.close())

const home = async () => (await desk.opens('/desk')).text

describe('the first page of the desk', () => {
  it('shows that nothing is scheduled, and later when the next question comes', async () => {
    expect(await home()).toContain('No channel has a daily question yet.')
    expect(await home()).toContain('No question has been asked today.')
    await inSlack(app, 'U1').types('schedule set 09:30 Europe/Berlin')
    expect(await home()).toContain('Next in #general:')
  })

  it('shows how many people answered today’s questions, and how many were right', async () => {
    await inSlack(app, 'U2').types('ask')
    await expect.poll(home).toContain('Open extra 0 0')
    await inSlack(app, 'U2').types('answer It is temporary, for migrations and chores')
    await inSlack(app, 'U3').types('answer Nothing yet')
    await expect.poll(home).toContain('Open extra 2 1')
    expect(await home()).toContain('#general')
  })

  it('shows that a channel is paused and why, and resumes it with one press', async () => {
    const { store } = app.app.deps
    await store.channels.change(1, { pausedBecause: 'channel-gone', nextPostAt: null })
    expect(await home()).toContain('was archived or deleted. Choose another channel, or restore this one.')
    await store.channels.change(1, { pausedBecause: 'not-in-channel', nextPostAt: null })
    expect(await home()).toContain('#general is paused: I’m not a member there.')
    const seen = await desk.sends('/desk/resume', { channel: '1' })
    expect(seen.text).toContain('Resumed.')
    expect((await store.channels.find(1))?.pausedBecause).toBeUndefined()
    expect((await desk.opens('/desk/changes')).text).toContain('resumed the daily question in #general')
  })

  it('changes nothing in another workspace', async () => {
    const { store } = app.app.deps
    const other = await store.workspaces.recognise({ ref: 'slack:T2', name: 'Other' })
    const channel = await store.channels.recognise(other.id, { ref: 'slack:T2:C1', name: 'secret-room' })
    await store.channels.change(channel.id, { pausedBecause: 'not-in-channel' })
    for (const id of [channel.id, 999_999, 'x', '']) {
      const seen = await desk.sends('/desk/resume', { channel: String(id) })
      expect(seen.status).toBe(422)
      expect(seen.text).not.toContain('secret-room')
    }
    expect((await store.channels.find(channel.id))?.pausedBecause).toBe('not-in-channel')
  })

  it('warns if few questions are left', async () => {
    await app.app.deps.store.channels.change(1, { settings: { difficulty: 'hard' } })
    expect(await home()).toMatch(/has been asked every question|left that #general hasn’t been asked yet/)
  })
})
