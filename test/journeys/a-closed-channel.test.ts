import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { refusedAs } from '../../src/adapters/chats/refusals.ts'
import type { Meaning } from '../../src/domain/refusal.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const twoHours = 2 * 60 * 60 * 1000
let world: HabitWorld
afterEach(() => world.close())

const toldTo = ({ ref }: Person): string[] => world.chat.said.filter(({ to }) => to === ref).map(({ text }) => text)
const bank = (count: number) => Array.from({ length: count }, (_, index) => aQuestion(`q${index}`))

it('a channel that refuses posts is reported on the first day, paused on the third, and resumed with one command', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC')
  world.chat.closed.add('slack:T1:quiz')

  await world.passUntil('2026-03-03T12:00:00Z', twoHours)
  expect(toldTo(admin)).toMatchInlineSnapshot(`
    [
      "I couldn’t post the daily question in #quiz: I’m not allowed to post there. Allow me to see that channel and post in it. I’ll try again with the next question.",
    ]
  `)
  await world.passUntil('2026-03-04T12:00:00Z', twoHours)
  expect(toldTo(admin).slice(1)).toMatchInlineSnapshot(`
    [
      "I couldn’t post the daily question in #quiz for 3 days in a row, so I paused it: I’m not allowed to post there. Allow me to see that channel and post in it. Then type /heroku-quiz schedule resume there.",
    ]
  `)
  expect(await admin.types('schedule show')).toContain('Paused. I couldn’t post here: I’m not allowed to post there.')
  await world.passUntil('2026-03-06T12:00:00Z', twoHours)
  expect(toldTo(admin)).toHaveLength(2)
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

describe('a refusal of the daily question', () => {
  const kinds: [meaning: Meaning, told: number, pausedBecause: Meaning | undefined][] = [
    ['channel-gone', 1, 'channel-gone'],
    ['workspace-gone', 1, 'workspace-gone'],
    ['channel-hidden', 2, 'channel-hidden'],
    ['not-in-channel', 2, 'not-in-channel'],
    ['posting-restricted', 2, 'posting-restricted'],
    ['content-blocked', 2, 'content-blocked'],
    ['rights-missing', 2, 'rights-missing'],
    ['unknown', 2, 'unknown'],
    ['our-fault', 1, undefined],
    ['too-fast', 1, undefined],
    ['later', 1, undefined],
    ['away', 1, undefined],
    ['token-bad', 1, undefined],
  ]

  it('is reported a certain number of times in a week and may pause the schedule, depending on its kind', async () => {
    world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
    const admins = kinds.map((_, at) => world.person('Admin', { admin: true, workspace: `slack:T${at + 1}` }))
    for (const admin of admins) await admin.types('schedule set 09:00 UTC')
    for (const [at, [meaning]] of kinds.entries()) {
      world.chat.refusing.set(`slack:T${at + 1}:quiz`, refusedAs(meaning, 'posting', { word: 'a_word' }))
    }
    await world.passUntil('2026-03-06T16:00:00Z', twoHours)
    const seen = admins.map(async (admin, at) => {
      const channel = await world.store.channels.find(at + 1)
      return [kinds[at]?.[0], toldTo(admin).length, channel?.pausedBecause]
    })
    expect(await Promise.all(seen)).toEqual(kinds)
    for (const at of kinds.keys()) expect(await world.store.rounds.latest(at + 1, ['posting'], 10)).toEqual([])
  })

  it('shows the platform’s error code if it is unknown to us, so that people can look it up', async () => {
    world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
    const admin = world.person('Admin', { admin: true })
    await admin.types('schedule set 09:00 UTC')
    world.chat.refusing.set('slack:T1:quiz', refusedAs('unknown', 'posting', { word: 'a_word_of_next_year' }))
    await world.passUntil('2026-03-02T09:00:00Z', twoHours)
    expect(toldTo(admin)).toEqual([])
    await world.passUntil('2026-03-02T12:00:00Z', twoHours)
    expect(toldTo(admin)).toMatchInlineSnapshot(`
      [
        "I couldn’t post the daily question in #quiz: it was refused, and I don’t know why (a_word_of_next_year). The person who runs this app can find more in its log. I’ll try again with the next question.",
      ]
    `)
  })

  it('is reported to another admin if the one who set the schedule is gone', async () => {
    world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
    const [gone, other] = [world.person('Gone', { admin: true }), world.person('Other', { admin: true })]
    await gone.types('schedule set 09:00 UTC')
    await other.types('schedule set 09:00 UTC', 'lounge')
    world.chat.closed.add(gone.ref)
    world.chat.refusing.set('slack:T1:quiz', refusedAs('channel-gone', 'posting', { word: 'is_archived' }))
    await world.passUntil('2026-03-02T12:00:00Z', twoHours)
    expect(toldTo(other)).toMatchInlineSnapshot(`
      [
        "I couldn’t post the daily question in #quiz, so I paused it: the channel was archived or deleted. Choose another channel with /heroku-quiz schedule set, or restore this one. Then type /heroku-quiz schedule resume there.",
      ]
    `)
  })

  it('is shown to everybody who looks at the schedule, in case no admin could be notified', async () => {
    world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
    const admin = world.person('Admin', { admin: true })
    await admin.types('schedule set 09:00 UTC')
    expect(await world.person('Ann').types('me')).not.toContain('paused')
    world.chat.closed.add(admin.ref)
    world.chat.refusing.set('slack:T1:quiz', refusedAs('channel-gone', 'posting', { word: 'is_archived' }))
    await world.passUntil('2026-03-02T12:00:00Z', twoHours)
    expect(await world.person('Ann').types('me', 'lounge')).toContain('The daily question is paused in #quiz.')
    expect(world.log.map(({ message }) => message)).toContain('no admin could be notified')
  })
})

it('somebody who asks for a question where the bot may not post is told why, and what to do', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
  const ann = world.person('Ann')
  world.chat.refusing.set('slack:T1:quiz', refusedAs('not-in-channel', 'posting', { word: 'not_in_channel' }))
  await ann.types('ask')
  expect(toldTo(ann)).toMatchInlineSnapshot(`
    [
      "I couldn’t post the question that you asked for in #quiz: I’m not a member there. Add me to that channel (on Slack, with /invite).",
    ]
  `)
})

describe('a reveal', () => {
  it.each(['message-closed', 'later', 'our-fault'] as const)(
    'is posted although the question can’t be edited: %s',
    async (meaning) => {
      world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
      await world.person('Admin', { admin: true }).types('schedule set 09:00 UTC')
      await world.passUntil('2026-03-02T10:00:00Z', twoHours)
      world.chat.before = ({ how }) => {
        if (how === 'update') throw refusedAs(meaning, 'editing')
      }
      await world.passUntil('2026-03-03T16:00:00Z', twoHours)
      expect(world.channel().filter((text) => text.includes('The answer'))).toHaveLength(1)
      world.chat.before = () => {}
      await world.passUntil('2026-03-03T18:00:00Z', twoHours)
      expect(world.channel().filter((text) => text.includes('The answer'))).toHaveLength(1)
      expect((await world.store.rounds.find(1))?.revealedAt).toBeDefined()
    },
  )
})

it('a channel that gets only the weekly board and refuses it is reported once, until a board can be posted again', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(30))
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC')
  expect(await admin.types('weekly set monday 10:00')).not.toContain('no longer')
  expect(await admin.types('weekly set monday 10:00', 'lounge')).toContain('It’s no longer posted in #')
  world.chat.refusing.set('slack:T1:lounge', refusedAs('not-in-channel', 'posting', { word: 'not_in_channel' }))
  await world.passUntil('2026-03-17T12:00:00Z', twoHours)
  expect(toldTo(admin)).toMatchInlineSnapshot(`
    [
      "I couldn’t post the weekly leaderboard in #lounge: I’m not a member there. Add me to that channel (on Slack, with /invite). Or choose another channel: type /heroku-quiz weekly set there.",
    ]
  `)
  world.chat.refusing.clear()
  await world.passUntil('2026-03-24T12:00:00Z', twoHours)
  expect(world.channel('lounge').join()).toMatch(
    /Nobody answered last week|Last week went by without|There were no answers last week/,
  )
})

it('a day without errors resets the count of days with errors', async () => {
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

/** The bank is cached for 100 ms of real time, in which simulated days pass. */
async function loaded(questions: Parameters<HabitWorld['store']['questions']['load']>[0]): Promise<void> {
  await world.store.questions.load(questions)
  await wait(150)
}

it('an admin is notified once that fewer than ten questions are left, and again only after there were more', async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank(12))
  const admin = world.person('Admin', { admin: true })
  await admin.types('schedule set 09:00 UTC daily')
  const told = (): string[] => world.chat.said.filter(({ to }) => to === admin.ref).map(({ text }) => text)
  await world.passUntil('2026-03-03T12:00:00Z', twoHours)
  expect(told()).toEqual([])
  await world.passUntil('2026-03-08T12:00:00Z', twoHours)
  expect(told()).toMatchInlineSnapshot(`
    [
      "Only 9 questions are left that #quiz hasn’t been asked yet. After those they repeat, oldest first. To add topics, type /heroku-quiz settings topics all in that channel.",
    ]
  `)
  await loaded(bank(30))
  await world.passUntil('2026-03-09T12:00:00Z', twoHours)
  await loaded(bank(12))
  await world.passUntil('2026-03-11T12:00:00Z', twoHours)
  expect(told()).toHaveLength(2)
  expect(await world.person('Ann').types('schedule next')).toContain('Only admins')
})
