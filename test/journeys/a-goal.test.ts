import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { viewProgress } from '../../src/services/players/view-progress.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const fourHours = 4 * 60 * 60 * 1000
let world: HabitWorld
let ann: Person

beforeAll(async () => {
  world = await habitWorld(
    '2026-03-01T12:00:00Z',
    Array.from({ length: 40 }, (_, index) => aQuestion(`q${index}`)),
  )
  await world.person('Admin', { admin: true }).types('schedule set 09:00 UTC mon-fri')
  ann = world.person('Ann')
})
afterAll(() => world.close())

async function answersOn(day: string, text = 'once a day'): Promise<void> {
  await world.passUntil(`${day}T12:00:00Z`, fourHours)
  await ann.types(`answer ${text}`)
}

async function goal(): Promise<string | undefined> {
  return /Goal: (.*)/.exec(await ann.types('me'))?.[1]
}

async function progress() {
  const { id } = (await world.store.players.findByRef(ann.ref)) ?? { id: 0 }
  return viewProgress(world.deps, id)
}

describe('a personal goal', () => {
  it('does not exist before it is set, and an invalid one is refused with an example that works', async () => {
    expect(await goal()).toBeUndefined()
    expect(await ann.types('goal 9')).toBe(
      'A week has 7 days, and 9 is more. For example: /heroku-quiz goal 3 for three days a week, or /heroku-quiz goal off.',
    )
    expect(await ann.types('goal many')).toContain('“many” isn’t a number of days. For example: /heroku-quiz goal 3')
    expect(await goal()).toBeUndefined()
  })

  it('is set with the command, or in a form', async () => {
    expect(await ann.types('goal 4')).toBe('Your goal: 4 days a week. 0 of 4 days this week.')
    expect(await ann.types('goal')).toBe('form')
    expect(await ann.presses('goal:0')).toBe('form')
    expect(await ann.sends('goal:0', { days: '3' })).toContain('Your goal: 3 days a week.')
  })

  it('counts the answered days, and the player is told when the goal is reached', async () => {
    await answersOn('2026-03-02')
    expect(await goal()).toBe('1 of 3 days this week')
    await ann.types('answer and then some more')
    expect(await goal()).toBe('1 of 3 days this week')
    await answersOn('2026-03-03')
    await answersOn('2026-03-05')
    expect(await goal()).toBe('3 of 3 days this week, goal reached')
    await answersOn('2026-03-06')
    expect(await goal()).toBe('4 days this week, more than your goal')
  })

  it('never requires more days than a week has outside of a pause, and doesn’t blame anybody', async () => {
    await world.passUntil('2026-03-09T12:00:00Z', fourHours)
    expect(await goal()).toBe('0 of 3 days this week')
    await world.passUntil('2026-03-11T08:00:00Z', fourHours)
    await ann.types('pause 2026-03-12')
    expect(await goal()).toBe('0 of 3 days this week')
    await ann.types('pause 2026-03-20')
    expect(await goal()).toBe('0 of 2 days this week (your goal: 3; only days with a question, outside a pause, count)')
    await world.passUntil('2026-03-16T12:00:00Z', fourHours)
    expect(await goal()).toBe('no question days for you this week (your goal: 3 a week)')
    expect(await ann.types('pause off')).toContain('Welcome back')
    await answersOn('2026-03-17')
    expect(await goal()).toBe('1 of 3 days this week')
  })

  it('is shown on the progress page week by week', async () => {
    const seen = await progress()
    expect(seen?.weeks.map(({ days, goal: week }) => [days, week && `${week.answered}/${week.target}`])).toEqual([
      ...Array(5).fill([0, undefined]),
      [4, '4/3'],
      [0, '0/2'],
      [1, '1/3'],
    ])
    expect(seen?.best).toEqual({ first: '2026-03-02', points: 40 })
    expect(seen?.topics).toEqual([{ topic: 'dynos', questions: 5, known: 4, hold: 'fading' }])
  })

  it('is removed with the command', async () => {
    expect(await ann.types('goal off')).toContain('You have no goal now')
    expect(await goal()).toBeUndefined()
  })
})

describe('a progress page', () => {
  it('lists missed questions as next in practice, and never an open question', async () => {
    await answersOn('2026-03-18', 'nothing yet')
    const player = await world.store.players.findByRef(ann.ref)
    const missed = await world.store.rounds.lastAnswered(player?.id ?? 0)
    expect((await progress())?.coming).toEqual([])
    await world.passUntil('2026-03-20T12:00:00Z', fourHours)
    expect((await progress())?.coming.map(({ question, when }) => [question.id, when])).toEqual([
      [missed?.questionId, 'missed'],
    ])
  })

  it('stops working when its player is forgotten', async () => {
    const { id } = (await world.store.players.findByRef(ann.ref)) ?? { id: 0 }
    await ann.presses('privacy-forget:0')
    expect(await viewProgress(world.deps, id)).toBeUndefined()
    expect(await viewProgress(world.deps, 999_999)).toBeUndefined()
  })
})
