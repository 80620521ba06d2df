import { afterEach, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld } from '../kit/services/habit-world.ts'

const twoHours = 2 * 60 * 60 * 1000
let world: HabitWorld
afterEach(() => world.close())

const bank = (count: number) => Array.from({ length: count }, (_, index) => aQuestion(`q${index}`))

it('a channel that lets nobody in is paused after three days, its admin is told once, and one word goes on', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC')
  world.chat.closed.add('slack:T1:quiz')
  const toldAdmin = (): string[] => world.chat.said.filter(({ to }) => to === admin.ref).map(({ text }) => text)

  await world.passUntil('2026-03-03T12:00:00Z', twoHours)
  expect(toldAdmin()).toEqual([])
  await world.passUntil('2026-03-04T12:00:00Z', twoHours)
  expect(toldAdmin()).toMatchInlineSnapshot(`
    [
      "I could not post the daily question in #quiz for 3 days in a row, so I paused it. Let me see and write in that channel, then type /heroku-quiz schedule resume there.",
    ]
  `)
  expect(await admin.types('schedule show')).toContain('Paused.')
  await world.passUntil('2026-03-06T12:00:00Z', twoHours)
  expect(toldAdmin()).toHaveLength(1)
  expect((await world.store.rounds.latest(1, ['failed'], 10)).map(({ localDate }) => localDate)).toEqual([
    '2026-03-04',
    '2026-03-03',
    '2026-03-02',
  ])

  world.chat.closed.clear()
  expect(await admin.types('schedule resume')).toContain('Monday, 9 March 2026')
  await world.passUntil('2026-03-09T10:00:00Z', twoHours)
  expect(world.channel().filter((text) => text.includes('Question of the day'))).toHaveLength(1)
})

it('one good day between forgives the bad ones', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
  await world.person('Admin', { admin: true }).types('schedule set 09:00 UTC')
  for (const [day, open] of [
    [2, false],
    [3, false],
    [4, true],
    [5, false],
    [6, false],
  ] as const) {
    if (open) world.chat.closed.clear()
    else world.chat.closed.add('slack:T1:quiz')
    await world.passUntil(`2026-03-0${day}T12:00:00Z`, twoHours)
  }
  const channel = await world.store.channels.find(1)
  expect(channel).toMatchObject({ failedDays: 2 })
  expect(channel?.pausedBecause).toBeUndefined()
})

it('an admin hears once that fewer than ten questions are left, and again after there were more', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(12))
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC daily')
  const told = (): string[] => world.chat.said.filter(({ to }) => to === admin.ref).map(({ text }) => text)
  await world.passUntil('2026-03-03T12:00:00Z', twoHours)
  expect(told()).toEqual([])
  await world.passUntil('2026-03-08T12:00:00Z', twoHours)
  expect(told()).toMatchInlineSnapshot(`
    [
      "Only 9 questions are left that #quiz was never asked. After those they come again, oldest first. More topics help: /heroku-quiz settings topics all in that channel.",
    ]
  `)
  await world.store.questions.load(bank(30))
  await world.passUntil('2026-03-09T12:00:00Z', twoHours)
  await world.store.questions.load(bank(12))
  await world.passUntil('2026-03-11T12:00:00Z', twoHours)
  expect(told()).toHaveLength(2)
  expect(await world.person('Ann').types('schedule next')).toContain('Only admins')
})
