import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>

beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

const access = () => ({ address: app.address, now: () => new Date(), shown: [] as string[] })

describe('asking for reminders', () => {
  it('works immediately on Slack, which sends people’s time zones', async () => {
    app.slack.world.profiles.set('U2', { tz: 'America/New_York' })
    const bea = slackPerson(access(), app.slack, 'U2', 'bea')
    expect(await bea.types('remind on')).toContain('at 16:00 (America/New_York)')
    expect(await bea.types('remind off')).toContain('No more reminders')
  })

  it('opens a form once on Discord, which doesn’t send them', async () => {
    const gus = discordPerson(access(), app.discord, grace, 'gus')
    await gus.types('remind on')
    const { answer } = await gus.presses('remind-on:0')
    expect(answer).toMatchObject({ type: 9, data: { custom_id: 'remind-zone:0', title: 'Reminders' } })
    const { token } = await gus.sends('remind-zone:0', { zone: 'europe/berlin', time: '9:30' })
    await vi.waitFor(() => expect(gus.reads(token)).toContain('at 09:30 (Europe/Berlin)'))
    expect(await gus.types('remind on', { time: '17:00' })).toContain('at 17:00 (Europe/Berlin)')
    expect(await gus.types('pause', { date: '2031-01-01' })).toContain('more than a year away')
  })
})
