import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const twoHours = 2 * 60 * 60 * 1000
let world: HabitWorld
let ann: Person

beforeAll(async () => {
  world = await habitWorld(
    '2026-03-01T12:00:00Z',
    Array.from({ length: 90 }, (_, index) => aQuestion(`q${index}`)),
  )
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC mon', 'mondays')
  await admin.types('schedule set 09:00 UTC mon-fri', 'daily')
  ann = world.person('Ann')
})
afterAll(() => world.close())

async function answers(day: string, channel: string): Promise<string> {
  await world.passUntil(`${day}T12:00:00Z`, twoHours)
  await ann.types('answer No idea yet', channel)
  return world.chat.said.findLast(({ how, to }) => how === 'tell' && to === ann.ref)?.text ?? ''
}

async function streak(): Promise<string> {
  return /Streak: (.*)/.exec(await ann.types('me'))?.[1] ?? ''
}

describe('a streak in two channels', () => {
  it('is not lost because of one answer in a busier channel', async () => {
    for (const day of ['2026-03-02', '2026-03-09', '2026-03-16']) await answers(day, 'mondays')
    await answers('2026-03-20', 'daily')
    expect(await streak()).toBe('4 question days in a row (best 4)')
    await answers('2026-03-23', 'mondays')
    expect(await streak()).toContain('5 question days in a row (best 5), 1 freeze')
  })

  it('gets one congratulation on the seventh day', async () => {
    expect(await answers('2026-03-24', 'daily')).not.toContain('Seven')
    expect(await answers('2026-03-25', 'daily')).toContain('Seven question days in a row')
    await ann.types('answer Still no idea', 'daily')
    expect(world.chat.said.findLast(({ to }) => to === ann.ref)?.text).not.toContain('Seven')
    expect(await streak()).toContain('7 question days in a row')
  })

  it('is always up to date: a freeze covers a missed Monday, and two missed days end the streak', async () => {
    await world.passUntil('2026-03-31T12:00:00Z', twoHours)
    expect(await streak()).toBe('7 question days in a row (best 7)')
    await world.passUntil('2026-04-07T12:00:00Z', twoHours)
    expect(await streak()).toBe('none right now. Answer the next daily question to start one. Your best is 7 days.')
  })
})
