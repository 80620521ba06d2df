import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Tables } from '../../src/ports/store/store.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
afterEach(() => world.close())

const bank = Array.from({ length: 20 }, (_, index) => aQuestion(`q${index}`))
const hour = 60 * 60 * 1000
const killed = new Error('killed')
let deaths = 0
beforeEach(() => {
  deaths = 0
})

function dieOnce(): void {
  deaths += 1
  if (deaths === 1) throw killed
}

/** A channel with a question at 09:00 in its time zone, on a Monday. */
async function aChannelAt(time: string, zone: string, now: string): Promise<void> {
  world = await habitWorld(now, bank)
  await world.person('Admin', { admin: true }).types(`schedule set ${time} ${zone} mon-fri`)
}

function posts(): number {
  return world.chat.said.filter(({ how, text }) => how === 'post' && text.includes('Question of the day')).length
}

/** Makes one method of the store fail at its first call, either before or after its work. */
function failOnce<Noun extends keyof Tables>(noun: Noun, method: keyof Tables[Noun], when: 'before' | 'after'): void {
  const wrap = (tables: Tables): Tables => ({
    ...tables,
    [noun]: new Proxy(tables[noun], {
      get(target, name) {
        const real: unknown = Reflect.get(target, name)
        if (name !== method || typeof real !== 'function') return real
        return async (...given: unknown[]) => {
          if (when === 'before') dieOnce()
          const result: unknown = await real(...given)
          if (when === 'after') dieOnce()
          return result
        }
      },
    }),
  })
  const { store } = world.deps
  world.deps.store = {
    ...store,
    ...wrap(store),
    transaction: (work) => store.transaction((tables) => work(wrap(tables))),
  }
}

describe('each channel gets one post a day when the worker dies', () => {
  it.each<[step: string, die: () => void]>([
    ['before the round is chosen', () => failOnce('posting', 'sheet', 'before')],
    ['while the round and the next date are saved', () => failOnce('posting', 'ask', 'before')],
    ['after they are saved, before that is certain', () => failOnce('posting', 'ask', 'after')],
    ['before the round is looked at', () => failOnce('posting', 'round', 'before')],
    ['before the post is sent', () => failSending('before')],
    ['after the post is sent, before that is saved', () => failSending('after')],
    ['while that it was sent is saved', () => failOnce('posting', 'open', 'before')],
    ['after that it was sent is saved, before that is certain', () => failOnce('posting', 'open', 'after')],
    ['while jobs are added', loseJobsOnce],
  ])('%s', async (_step, die) => {
    await aChannelAt('09:00', 'Europe/Berlin', '2026-03-02T07:00:00Z')
    die()
    await world.passUntil('2026-03-02T08:00:00Z')
    await world.passUntil('2026-03-02T08:02:00Z', 15_000)
    expect(deaths).toBeGreaterThanOrEqual(1)
    expect(posts()).toBe(1)
    const rounds = await world.store.rounds.latest(1, ['posting', 'open', 'closed', 'failed'], 5)
    expect(rounds.map(({ localDate, state }) => [localDate, state])).toEqual([['2026-03-02', 'open']])
    await world.passUntil('2026-03-03T08:02:00Z', 2 * hour)
    expect(posts()).toBe(2)
  })

  function failSending(when: 'before' | 'after'): void {
    world.chat[when] = ({ how }) => {
      if (how === 'post') dieOnce()
    }
  }

  function loseJobsOnce(): void {
    const { queue } = world.deps
    world.deps.queue = {
      ...queue,
      async add(...job) {
        dieOnce()
        return queue.add(...job)
      },
    }
  }
})

describe('a worker that was down at the time of a post', () => {
  it.each<[story: string, until: string, posts: number, skipped: boolean]>([
    ['two hours late: caught up', '2026-03-02T10:00:00Z', 1, false],
    ['three hours late: still', '2026-03-02T11:00:00Z', 1, false],
    ['a minute more: skipped, which the log says', '2026-03-02T11:01:00Z', 0, true],
    ['days later: not one of the days before', '2026-03-05T07:00:00Z', 0, true],
    ['days later, at the hour: that day’s', '2026-03-05T08:30:00Z', 1, true],
  ])('%s', async (_story, until, expected, skipped) => {
    await aChannelAt('09:00', 'Europe/Berlin', '2026-03-02T07:00:00Z')
    world.sleepUntil(until)
    await world.beat()
    await world.beat()
    expect(posts()).toBe(expected)
    expect(world.log.some(({ message }) => message === 'too late for the daily question, skipped')).toBe(skipped)
    const next = (await world.store.rounds.latest(1, ['open'], 1))[0]?.localDate ?? until.slice(0, 10)
    await world.passUntil(`${next}T23:00:00Z`, 2 * hour)
    expect(posts()).toBeLessThanOrEqual(1)
  })
})

describe('a question across a clock change', () => {
  it.each<[zone: string, time: string, from: string, days: string[]]>([
    ['Europe/Berlin', '02:30', '2026-03-26T12:00:00Z', ['2026-03-27', '2026-03-30', '2026-03-31']],
    ['America/New_York', '02:30', '2026-03-05T12:00:00Z', ['2026-03-06', '2026-03-09', '2026-03-10']],
    ['Australia/Lord_Howe', '02:15', '2026-10-01T00:00:00Z', ['2026-10-02', '2026-10-05', '2026-10-06']],
    ['Asia/Kolkata', '00:00', '2026-03-26T12:00:00Z', ['2026-03-27', '2026-03-30', '2026-03-31']],
  ])('in %s, it asks once every weekday', async (zone, time, from, days) => {
    await aChannelAt(time, zone, from)
    await world.passUntil(new Date(Date.parse(from) + 5 * 24 * hour).toISOString(), 2 * hour)
    const rounds = await world.store.rounds.latest(1, ['open', 'closed'], 10)
    expect(rounds.map(({ localDate }) => localDate).reverse()).toEqual(days)
    expect(posts()).toBe(3)
  })
})
