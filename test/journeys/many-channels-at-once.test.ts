import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runJob } from '../../src/jobs/jobs.ts'
import { seedChannels } from '../kit/product/seed-channels.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let product: Awaited<ReturnType<typeof wholeApp>>
beforeEach(async () => {
  product = await wholeApp()
})
afterEach(() => product.close())

const withinMs = 55_000
const history = (): number => product.slack.calls.filter(({ method }) => method.startsWith('conversations.')).length

async function dueNow(channels: number): Promise<void> {
  const dueAt = new Date(Math.floor(Date.now() / 1000) * 1000)
  const at = { dueAt, time: dueAt.toISOString().slice(11, 16), zone: 'UTC' }
  await seedChannels(product.databaseUrl, { prefix: 'slack:T', workspaces: 1, channels, ...at })
  await runJob(product.app.deps, { name: 'tick' })
}

async function asked(channels: number): Promise<number[]> {
  const rounds = () =>
    product.app.deps.store.rounds.unfinished({ before: new Date(), now: new Date(), after: 0, limit: 1000 })
  await vi.waitFor(
    async () => {
      expect(product.slack.world.messages.size).toBe(channels)
      expect((await rounds()).filter(({ state }) => state === 'posting')).toEqual([])
    },
    { timeout: withinMs, interval: 100 },
  )
  return [...product.slack.world.messages.values()].map((messages) => messages.length)
}

it('a hundred channels of one workspace are asked within a minute, with one call to Slack for each', async () => {
  product.slack.throttleHistory()
  const began = performance.now()
  await dueNow(100)
  expect(await asked(100)).toEqual(Array.from({ length: 100 }, () => 1))
  expect(performance.now() - began).toBeLessThan(withinMs)
  expect(product.slack.callsOf('chat.postMessage')).toHaveLength(100)
  expect(history()).toBe(0)
}, 60_000)

it('each lost response from Slack costs one read of the history, and no channel is asked twice', async () => {
  product.slack.next('chat.postMessage', { cut: 'after' }, { cut: 'before' }, { cut: 'after' })
  await dueNow(10)
  expect(await asked(10)).toEqual(Array.from({ length: 10 }, () => 1))
  expect(product.slack.callsOf('conversations.history')).toHaveLength(3)
}, 60_000)
