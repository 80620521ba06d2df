import { afterEach, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

let world: HabitWorld
afterEach(() => world.close())

const right = 'Once a day'
const threeHours = 3 * 60 * 60 * 1000

async function aTeam(schedule: string, weekly?: string): Promise<string> {
  world = await habitWorld(
    '2026-03-21T12:00:00Z',
    Array.from({ length: 12 }, (_, index) => aQuestion(`question-${index}`, 'v1', `topic-${index}`)),
  )
  const admin = world.person('Admin', { admin: true })
  const said = await admin.types(`schedule set ${schedule}`)
  if (weekly) await admin.types(`weekly set ${weekly}`)
  return said
}

async function answerAt(moment: string): Promise<void> {
  await world.passUntil(moment, threeHours)
  await world.person('Ann').types(`answer ${right}`)
}

const boards = (): string[] =>
  world.chat.said.flatMap(({ how, text }) =>
    how === 'post' && text.includes('Weekly leaderboard') ? [text.split('\n')[0] ?? ''] : [],
  )

describe('a team that works from Sunday to Thursday', () => {
  it('has weeks that begin on Sunday, and gets the weekly board that morning', async () => {
    const said = await aTeam('09:30 Asia/Jerusalem sun-thu')
    expect(said).toContain('starting on Sunday, 22 March 2026 at 09:00')
    expect(said).toContain('Boards begin a new week on Sunday.')
    // The first and the last question of the week.
    await answerAt('2026-03-22T10:00:00Z')
    await answerAt('2026-03-26T10:00:00Z')
    await world.passUntil('2026-03-29T06:10:00Z', threeHours)
    expect(boards()).toEqual(['# Weekly leaderboard, 22 to 28 March'])
    const board = world.chat.said.find(({ text }) => text.includes('Weekly leaderboard'))?.text
    expect(board).toContain('1. Ann 20')
    expect(board).toContain('2 answers to 2 questions')
  })

  it('sees a new board on Sunday, and its weeks side by side', async () => {
    await aTeam('09:30 Asia/Jerusalem sun-thu')
    const ann = world.person('Ann')
    await answerAt('2026-03-24T10:00:00Z')
    expect(await ann.types('leaderboard')).toContain('1. Ann 10')
    expect(await ann.types('me')).toContain('This week: 10 points, place 1')
    await world.passUntil('2026-03-29T05:00:00Z', threeHours)
    expect(await ann.types('leaderboard')).not.toContain('1. Ann 10')
    await answerAt('2026-03-29T10:00:00Z')
    await answerAt('2026-03-30T10:00:00Z')
    expect(await ann.types('leaderboard')).toContain('1. Ann 20')
    const { store } = world
    const points = { workspaceId: 1, by: 'players', teamScore: 'sum', weekStart: 7 } as const
    expect(await store.boards.weeklyPoints(points, [1], ['2026-03-15', '2026-03-22', '2026-03-29'])).toHaveLength(1)
    const [own] = await store.boards.top({ ...points, window: 'week', day: '2026-03-31' }, 5)
    const weeks = await store.boards.weeklyPoints(points, [own?.subjectId ?? 0], ['2026-03-22', '2026-03-29'])
    expect(weeks).toEqual([[10, 20]])
  })

  it('can set the first day later, which also changes past weeks', async () => {
    await aTeam('09:30 UTC daily')
    await answerAt('2026-03-22T10:00:00Z')
    await answerAt('2026-03-24T10:00:00Z')
    const ann = world.person('Ann')
    expect(await ann.types('leaderboard')).toContain('1. Ann 10')
    const admin = world.person('Admin', { admin: true })
    expect(await admin.types('settings week-start sunday')).toContain('Monday → Sunday')
    expect(await ann.types('leaderboard')).toContain('1. Ann 20')
    expect(await admin.types('settings week-start mon-fri')).toContain('“mon-fri” is more than one day.')
  })
})

describe('the weekly post', () => {
  it.each([
    [
      'on Friday evening is about the week that ends there',
      '09:30 UTC mon-fri',
      'fri 18:00',
      '27T19',
      '23 to 29 March',
    ],
    ['on Sunday too', '09:30 UTC mon-fri', 'sun 18:00', '29T19', '23 to 29 March'],
    ['on Monday is about the week before', '09:30 UTC mon-fri', 'mon 09:00', '30T10', '23 to 29 March'],
    ['on Sunday morning, with a question still to come', '09:30 UTC daily', 'sun 09:00', '29T10', '16 to 22 March'],
  ])('%s', async (_story, schedule, weekly, until, days) => {
    await aTeam(schedule, weekly)
    await answerAt('2026-03-22T10:00:00Z')
    const before = boards().length
    await answerAt('2026-03-24T10:00:00Z')
    await world.passUntil(`2026-03-${until}:00:00Z`, threeHours)
    expect(boards().slice(before)).toEqual([`# Weekly leaderboard, ${days}`])
  })
})
