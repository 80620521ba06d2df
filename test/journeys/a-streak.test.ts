import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const twoHours = 2 * 60 * 60 * 1000
let world: HabitWorld
let ann: Person

beforeAll(async () => {
  const bank = Array.from({ length: 60 }, (_, index) => aQuestion(`q${index}`))
  world = await habitWorld('2026-03-01T12:00:00Z', bank)
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC mon-fri')
  await admin.types('settings reveal-after 168h')
  // No question on that Thursday and Friday.
  await admin.types('settings skip 2026-03-26 2026-03-27')
  ann = world.person('Ann')
})
afterAll(() => world.close())

async function answers(...days: string[]): Promise<string> {
  for (const day of days) {
    await world.passUntil(`2026-03-${day}T12:00:00Z`, twoHours)
    await ann.types('answer No idea yet')
  }
  return streak()
}

async function streak(): Promise<string> {
  return /Streak: (.*)/.exec(await ann.types('me'))?.[1] ?? ''
}

describe('a streak over weeks', () => {
  it('earns a freeze for a working week of answers, right or wrong', async () => {
    expect(await answers('02', '03', '04', '05')).toBe('4 question days in a row (best 4)')
    expect(await answers('06')).toBe('5 question days in a row (best 5), 1 freeze saved for missed days')
  })

  it('uses the freeze on a missed day', async () => {
    expect(await answers('09', '11')).toBe('7 question days in a row (best 7)')
  })

  it('is kept by answering yesterday’s question, which is still open this morning', async () => {
    await world.passUntil('2026-03-13T08:30:00Z', twoHours)
    await ann.types('answer Late, but in time')
    expect(await streak()).toBe('8 question days in a row (best 8)')
    expect(await answers('13')).toBe('9 question days in a row (best 9)')
  })

  it('keeps two freezes at most', async () => {
    expect(await answers('16')).toContain('10 question days in a row (best 10), 1 freeze')
    expect(await answers('17', '18', '19', '20', '23')).toContain('15 question days in a row (best 15), 2 freezes')
    expect(await answers('24', '25')).toContain('17 question days in a row')
  })

  it('is not broken by days without a question, or days on which posting failed', async () => {
    world.chat.closed.add('slack:T1:quiz')
    await world.passUntil('2026-03-31T08:00:00Z', twoHours)
    world.chat.closed.clear()
    expect(await answers('31')).toBe('18 question days in a row (best 18), 2 freezes saved for missed days')
  })

  it('breaks if more days were missed than there are freezes, and its best length is kept', async () => {
    await world.passUntil('2026-04-06T12:00:00Z', twoHours)
    await ann.types('answer Back again')
    expect(await streak()).toContain('1 question day in a row (best 18)')
  })

  it('does not grow with extra rounds', async () => {
    await ann.types('ask')
    await ann.types('answer One more')
    expect(await streak()).toContain('1 question day in a row (best 18)')
  })
})
