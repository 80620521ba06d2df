import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ChatError } from '../../src/domain/errors.ts'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let [ann, ben]: Person[] = []

beforeAll(async () => {
  const bank = Array.from({ length: 60 }, (_, index) => aQuestion(`q${index}`))
  world = await habitWorld('2026-03-01T12:00:00Z', bank)
  await world.person('Admin', { admin: true }).types('schedule set 09:00 UTC mon-fri')
  ann = world.person('Ann', { zone: 'Europe/Berlin' })
  ben = world.person('Ben')
})
afterAll(() => world.close())

function people(): { ann: Person; ben: Person } {
  if (!ann || !ben) throw new Error('nobody is here')
  return { ann, ben }
}

function remindersOf({ told }: Person): string[] {
  return told().filter((text) => text.includes('I don’t have an answer from you yet'))
}

describe('a reminder', () => {
  it('uses the time zone that the platform sends, or asks the player once', async () => {
    const { ann, ben } = people()
    expect(await ann.types('remind on')).toContain('I’ll remind you at 16:00 (Europe/Berlin)')
    expect(await ben.types('remind on 25:00')).toContain('“25:00” isn’t a time of day')
    expect(await ben.types('remind on 25:00')).toContain('/heroku-quiz remind on 16:00')
    expect(await ben.types('remind on 20:00')).toBe('form')
    expect(await ben.sends('remind-zone:0', { zone: 'Tokio', time: '20:00' })).toContain(
      'I don’t know the time zone “Tokio”',
    )
    expect(await ben.sends('remind-zone:0', { zone: 'asia/tokyo', time: '20:00' })).toContain('at 20:00 (Asia/Tokyo)')
    expect(await ben.types('remind on 21:30')).toContain('at 21:30 (Asia/Tokyo)')
    expect(await ben.types('me')).toContain('Reminders: 21:30 (Asia/Tokyo)')
  })

  it('comes once if a question is open, unanswered and about to close, and says when it closes', async () => {
    const { ann, ben } = people()
    // Sunday: no question is open.
    await world.passUntil('2026-03-02T14:45:00Z', 15 * 60_000)
    expect([remindersOf(ann).length, remindersOf(ben).length]).toEqual([0, 1])
    await world.passUntil('2026-03-02T15:15:00Z', 15 * 60_000)
    expect(remindersOf(ann)).toEqual([
      [
        'The question in #quiz is open until Tuesday 10:00, and I don’t have an answer from you yet.',
        '[Answer: answer:1] [Pause for a week: pause-week:0] [No more reminders: remind-off:0]',
      ].join('\n'),
    ])
    // Another time on the same day doesn't cause a second reminder.
    await ann.types('remind on 17:00')
    await world.passUntil('2026-03-02T20:00:00Z', 15 * 60_000)
    await ann.types('remind on 16:00')
    expect(remindersOf(ann)).toHaveLength(1)
  })

  it('says that an answer would extend a streak, if so, and does not come after an answer', async () => {
    const { ann } = people()
    await ann.types('answer No idea yet')
    for (const day of ['03', '04']) {
      await world.passUntil(`2026-03-${day}T12:00:00Z`)
      await ann.types('answer No idea yet')
      await world.passUntil(`2026-03-${day}T20:00:00Z`)
    }
    expect(remindersOf(ann)).toHaveLength(1)
    await world.passUntil('2026-03-05T16:00:00Z')
    expect(remindersOf(ann).at(-1)).toContain('An answer keeps your streak of 3 question days going.')
  })

  it('is sent once if the chat asks to wait, and only at the chosen hour', async () => {
    const { ann } = people()
    await world.passUntil('2026-03-06T14:30:00Z')
    world.chat.refusing.set(ann.ref, new ChatError('rate-limited', 'slow down', { retryAfterMs: 60_000 }))
    await world.passUntil('2026-03-06T15:10:00Z', 5 * 60_000)
    expect(remindersOf(ann)).toHaveLength(2)
    world.chat.refusing.clear()
    await world.passUntil('2026-03-06T16:30:00Z', 5 * 60_000)
    expect(remindersOf(ann)).toHaveLength(3)
    await world.passUntil('2026-03-09T14:30:00Z')
    world.sleepUntil('2026-03-09T18:00:00Z')
    await world.passUntil('2026-03-09T20:00:00Z')
    expect(remindersOf(ann)).toHaveLength(3)
  })

  it('does not come during a pause, and the streak is kept', async () => {
    const { ann } = people()
    await world.passUntil('2026-03-10T12:00:00Z')
    await ann.types('answer Back')
    const before = /Streak: .*/.exec(await ann.types('me'))?.[0]
    expect(await ann.types('pause yesterday')).toContain('“yesterday” isn’t a date')
    expect(await ann.types('pause 2031-01-01')).toContain('/heroku-quiz pause 2026-03-24')
    expect(await ann.types('pause 2026-03-17')).toContain('Paused until the end of Tuesday, 17 March 2026')
    await world.passUntil('2026-03-18T08:00:00Z')
    expect(remindersOf(ann)).toHaveLength(3)
    expect(await ann.types('me')).toContain(before)
    await world.passUntil('2026-03-18T16:00:00Z')
    expect(remindersOf(ann)).toHaveLength(4)
    expect(await ann.presses('pause-week:0')).toContain('Paused until the end of Tuesday, 24 March 2026')
    expect(await ann.types('me')).toContain('Paused until the end of Tuesday, 24 March 2026')
    expect(await ann.types('pause off')).toContain('Welcome back')
    expect(await ann.types('pause off')).toContain('You have no pause to end')
    await ann.types('answer No idea yet')
    expect(await ann.types('me')).toContain('Streak: 2 question days in a row')
  })

  it('is turned off with its button, and turning it on again doesn’t ask for the time zone', async () => {
    const { ann, ben } = people()
    expect(await ann.presses('remind-off:0')).toContain('No more reminders')
    await ben.types('remind off')
    const before = [remindersOf(ann).length, remindersOf(ben).length]
    await world.passUntil('2026-03-20T20:00:00Z')
    expect([remindersOf(ann).length, remindersOf(ben).length]).toEqual(before)
    expect(await ben.types('remind on')).toContain('at 21:30 (Asia/Tokyo)')
  })

  it('is offered after the third answered question, once', async () => {
    const cid = world.person('Cid', { zone: 'UTC' })
    for (const day of ['23', '24', '25', '26']) {
      await world.passUntil(`2026-03-${day}T12:00:00Z`)
      await cid.types('answer No idea yet')
    }
    expect(cid.told().map((text) => text.includes('[Remind me: remind-on:0]'))).toEqual([false, false, true, false])
    expect(await cid.presses('remind-on:0')).toContain('at 16:00 (UTC)')
  })

  it('at the time of the daily question is about the question that was just posted', async () => {
    const cem = world.person('Cem', { zone: 'UTC' })
    await cem.types('remind on 09:00')
    await world.passUntil('2026-03-30T08:59:00Z', 15 * 60_000)
    await world.passUntil('2026-03-30T09:05:00Z', 60_000)
    expect(remindersOf(cem).at(-1)).toContain('is open until Tuesday 09:00')
  })
})
