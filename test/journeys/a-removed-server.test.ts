import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { adminPermissions, guild } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

const aDay = 24 * 60 * 60_000
let ahead = 0
let app: Awaited<ReturnType<typeof wholeApp>>
const clock = { now: () => new Date(Date.now() + ahead) }
const soon = { timeout: 8000, interval: 20 }

beforeAll(async () => {
  app = await wholeApp({ clock })
})
afterAll(() => app.close())

async function stored(): Promise<Record<string, boolean>> {
  const workspaces = await app.app.deps.store.workspaces.all()
  return Object.fromEntries(workspaces.map(({ ref, missingSince }) => [ref, missingSince !== undefined]))
}

/** Waits for the previous job, because the queue refuses a second one with the same id. */
async function look(): Promise<void> {
  const { queue } = app.app.deps
  await vi.waitFor(async () => expect(await queue.depth()).toMatchObject({ waiting: 0, active: 0 }), soon)
  await queue.add({ name: 'find-removals' })
}

it('the data of a Discord server that removed the app is deleted after three days, and no other data is', async () => {
  const access = { address: app.address, now: clock.now, shown: [] }
  await slackPerson(access, app.slack, 'U1', 'ada').types('me')
  await discordPerson(access, app.discord, '330000000000000003', 'zoe', adminPermissions).types('me')
  const server = `discord:${guild}`
  expect(await stored()).toEqual({ 'slack:T1': false, [server]: false })

  app.discord.world.guilds = []
  await look()
  await vi.waitFor(async () => expect(await stored()).toEqual({ 'slack:T1': false, [server]: true }), soon)

  ahead += 3 * aDay
  const listed = app.discord.callsOf(/@me\/guilds$/).length
  app.discord.next(/@me\/guilds$/, { status: 500 })
  await look()
  await app.discord.until(/@me\/guilds$/, listed + 1)
  expect(await stored()).toHaveProperty(server)

  // The job is retried, and this time Discord responds.
  await vi.waitFor(async () => expect(await stored()).toEqual({ 'slack:T1': false }), soon)
})
