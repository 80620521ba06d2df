import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let admin: Person
let ann: Person
let ben: Person

const right = 'Once a day'
const questions = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

beforeAll(async () => {
  // A Sunday, in the week before the clocks change in Berlin.
  world = await habitWorld(
    '2026-03-22T12:00:00Z',
    questions.map((id) => aQuestion(id, 'v1', `topic-${id}`)),
  )
  admin = world.person('Admin', { admin: true })
  ann = world.person('Ann')
  ben = world.person('Ben')
})
afterAll(() => world.close())

describe('a week of a team', () => {
  it('begins with a schedule, shown in its time zone, and the weekly board', async () => {
    expect(await ann.types('schedule set 09:30 Europe/Berlin')).toContain('Only admins')
    expect(await admin.types('schedule set 25:00 Mars/Base')).toMatchInlineSnapshot(
      `"“25:00” isn’t a time of day. Write it as HH:MM, from 00:00 to 23:59. For example: /heroku-quiz schedule set 09:30 Europe/Berlin mon-fri."`,
    )
    expect(await admin.types('schedule set 09:30 Europe/Berlni')).toContain('Europe/Berlin')
    expect(await admin.types('schedule set 09:30 Europe/Berlin')).toMatchInlineSnapshot(`
      "I’ll ask a question Monday to Friday at 09:30, Europe/Berlin.
      Next:
      - Monday, 23 March 2026 at 09:30 CET
      - Tuesday, 24 March 2026 at 09:30 CET
      - Wednesday, 25 March 2026 at 09:30 CET
      (The weekly leaderboard will be posted too, starting on Monday, 23 March 2026 at 09:00 CET. Change that with /heroku-quiz weekly.)
      (Days and weeks now follow Europe/Berlin time in the whole workspace, too. Change that with /heroku-quiz settings zone.)"
    `)
  })

  it('lets admins see the upcoming questions and put another one first', async () => {
    const before = await admin.types('schedule next')
    expect(before.match(/topic-\w+, easy/g)).toHaveLength(5)
    expect(before).toContain('Friday')
    const [, wanted = ''] = questions.filter((id) => !before.includes(`: ${id} (`))
    await admin.types(`settings pin ${wanted}`)
    const after = await admin.types('schedule next')
    expect(after.split('\n')[1]).toContain(`: ${wanted} (topic-${wanted}, easy)`)
    await world.passUntil('2026-03-23T09:00:00Z')
    const [round] = await world.store.rounds.latest(1, ['open'], 1)
    expect(round?.questionId).toBe(wanted)
    const rest = after.split('\n').slice(2, 6)
    const then = (await admin.types('schedule next')).split('\n').slice(1, 5)
    expect(then).toEqual(rest)
  })

  it('asks once a day at the same local time, and closes with the next question', async () => {
    await ann.types('team create The Rockets')
    await ben.types('team create The Anchors')
    for (const day of ['23', '24', '25', '26', '27']) {
      await world.passUntil(`2026-03-${day}T10:00:00Z`)
      await ann.types(`answer ${right}`)
      if (day !== '24') await ben.types(`answer ${day === '25' ? right : 'Nothing yet'}`)
    }
    const rounds = await world.store.rounds.latest(1, ['open', 'closed'], 10)
    expect(rounds.map(({ localDate, openedAt }) => [localDate, openedAt?.toISOString().slice(11, 16)])).toEqual([
      ['2026-03-27', '09:00'],
      ['2026-03-26', '09:00'],
      ['2026-03-25', '09:00'],
      ['2026-03-24', '09:00'],
      ['2026-03-23', '09:00'],
    ])
    expect(rounds.map(({ state }) => state)).toEqual(['open', 'closed', 'closed', 'closed', 'closed'])
  })

  it('closes the last question automatically, after a day at the latest', async () => {
    await world.passUntil('2026-03-28T08:59:00Z', 60_000 * 30)
    expect(world.channel().filter((text) => text.startsWith('# Question of the day'))).toHaveLength(1)
    await world.passUntil('2026-03-28T09:01:00Z', 15_000)
    expect(world.channel().filter((text) => text.startsWith('# Question of the day'))).toHaveLength(0)
    expect(world.channel().filter((text) => text.startsWith('# The answer'))).toHaveLength(5)
  })

  it('ends with the week’s board on Monday at nine, after the clocks have changed', async () => {
    await world.passUntil('2026-03-30T06:59:00Z')
    expect(world.channel().join()).not.toContain('Weekly leaderboard')
    await world.passUntil('2026-03-30T07:01:00Z', 60_000)
    const boards = world.chat.said.filter(({ text }) => text.includes('Weekly leaderboard'))
    expect(boards).toHaveLength(1)
    expect(boards[0]?.to).toBe('slack:T1:quiz')
    expect(boards[0]?.text).toMatchInlineSnapshot(`
      "# Weekly leaderboard, 23 to 29 March
      [Weekly leaderboard, 23 to 29 March. Teams: 1. The Rockets, 50 points, new; 2. The Anchors, 10 points, new. Players: 1. Ann, 50 points, new; 2. Ben, 10 points, new. 9 answers by 2 people. Longest streak: 5 days.]
      Teams
      1. The Rockets 50
      2. The Anchors 10
      (A team’s points come from its best three players each day.)
      Players
      1. Ann 50
      2. Ben 10
      - 2 people took part, with 9 answers to 5 questions.
      - On a roll: Ann with 5 question days in a row and Ben with 3
      - The one to remember: What about eleven? (1 of 2 got it)
      Good to see you here, Ann and Ben!
      [Open the board]"
    `)
    const image = boards[0]?.message.blocks.find((block) => block.kind === 'image')
    expect(Buffer.from(image?.png.subarray(1, 4) ?? []).toString()).toBe('PNG')
  })

  it('has no picture if nobody answered', async () => {
    await world.passUntil('2026-04-06T07:01:00Z')
    const boards = world.chat.said.filter(({ text }) => text.includes('Nobody answered last week'))
    expect(boards.map(({ message }) => message.blocks.map(({ kind }) => kind))).toEqual([['text']])
  })

  it('gets no posts after the schedule is turned off', async () => {
    await admin.types('schedule off')
    const before = world.chat.said.length
    await world.passUntil('2026-04-21T07:01:00Z', 6 * 60 * 60 * 1000)
    expect(world.chat.said.slice(before).map(({ how }) => how)).toEqual([])
  })
})
