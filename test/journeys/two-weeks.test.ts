import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewProgress } from '../../src/services/players/view-progress.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const anHour = 60 * 60 * 1000
let world: HabitWorld
let ann: Person

beforeAll(async () => {
  world = await habitWorld(
    '2026-03-01T12:00:00Z',
    Array.from({ length: 20 }, (_, index) => aQuestion(`q${index}`)),
  )
  await world.person('Admin', { admin: true }).types('schedule set 09:00 UTC mon-fri')
  ann = world.person('Ann', { zone: 'Europe/Berlin' })
})
afterAll(() => world.close())

const until = (moment: string) => world.passUntil(`2026-03-${moment}:00Z`, anHour)

/** Answers the question of a day at noon, and lets an hour pass. */
async function answers(date: string, text = 'once a day'): Promise<void> {
  await until(`${date}T12:00`)
  await ann.types(`answer ${text}`)
  await until(`${date}T13:00`)
}

const reminders = () => ann.told().filter((text) => text.includes('I don’t have an answer from you yet'))

async function mine(word: string): Promise<string | undefined> {
  return new RegExp(`- ${word}: (.*)`).exec(await ann.types('me'))?.[1]
}

describe('the first two weeks of a player alone in a channel', () => {
  it('Monday: they answer, share it once, and ask for reminders and a goal', async () => {
    await answers('02')
    expect(ann.told().at(-1)).toContain('That’s right. +10 of 10.')
    expect(await ann.types('share')).toContain('Heroku Quiz #1 🟩🟩🟩 10/10')
    expect(await ann.presses('share:1')).toContain('Shared.')
    await until('02T14:00')
    expect(await ann.presses('share:1')).toContain('already shared')
    await until('02T15:00')
    expect(world.channel().filter((text) => text.includes('🟩'))).toHaveLength(1)
    expect(await ann.types('remind on 17:00')).toContain('17:00 (Europe/Berlin)')
    expect(await ann.types('goal 4')).toContain('1 of 4 days this week')
  })

  it('Tuesday and Wednesday: only a player who hasn’t answered is reminded, at the hour they chose, and then answers', async () => {
    await answers('03')
    await until('04T15:59')
    expect(reminders()).toEqual([])
    await until('04T17:00')
    expect(reminders()).toEqual([expect.stringContaining('keeps your streak of 2 question days going')])
    await ann.types('answer never')
    await until('04T20:00')
    expect(ann.told().at(-1)).toContain('Not yet. +0 of 10.')
    expect(await mine('Streak')).toContain('3 question days in a row')
  })

  it('Thursday to Sunday: during a pause, no reminder comes and the streak is kept', async () => {
    await until('05T08:00')
    expect(await ann.types('pause 2026-03-08')).toContain('Paused until the end of Sunday, 8 March 2026')
    await until('08T20:00')
    expect(reminders()).toHaveLength(1)
    expect(await mine('Streak')).toContain('3 question days in a row')
    expect(await mine('Goal')).toContain('3 of 3 days this week, goal reached')
  })

  it('the second week: an answer every day earns a freeze and exceeds the goal', async () => {
    for (const date of ['09', '10', '11', '12', '13']) await answers(date)
    await until('14T12:00')
    expect(reminders()).toHaveLength(1)
    expect(await mine('Streak')).toContain('8 question days in a row (best 8), 1 freeze')
    expect(await mine('Goal')).toContain('5 days this week, more than your goal')
    expect(await mine('All time')).toContain('70 points')
    expect(await ann.types('leaderboard')).toContain('1. Ann 50 *')
  })

  it('they open their own page and past questions', async () => {
    const { id } = (await world.store.players.findByRef(ann.ref)) ?? { id: 0 }
    const shown = await viewProgress(world.deps, id)
    expect(shown?.weeks.slice(-2)).toEqual([
      { first: '2026-03-02', points: 20, days: 3, goal: { answered: 3, target: 3 } },
      { first: '2026-03-09', points: 50, days: 5, goal: { answered: 5, target: 4 } },
    ])
    expect(shown).toMatchObject({ best: { first: '2026-03-09', points: 50 }, streak: { current: 8, freezes: 1 } })
    expect(shown?.topics).toMatchObject([{ topic: 'dynos', questions: 8 }])
    const missed = /#3 · Wed, 4 Mar 2026: What about (q\d+)\? \(1 answered, 0 got it\)/.exec(await ann.types('archive'))
    expect(shown?.coming).toMatchObject([{ question: { id: missed?.[1] }, when: 'missed' }])
    expect(await ann.types('practice')).toContain(`What about ${missed?.[1]}?`)
  })

  it('they turn off reminders and the goal with one command each', async () => {
    expect(await ann.types('remind off')).toContain('No more reminders.')
    expect(await ann.types('goal off')).toContain('You have no goal now')
    await until('16T20:00')
    expect(reminders()).toHaveLength(1)
    expect(world.errors).toEqual([])
  })
})
