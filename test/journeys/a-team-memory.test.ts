import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

const halfADay = 12 * 60 * 60_000
let world: HabitWorld
let admin: Person
let people: Person[]

const topics = ['data', 'dynos', 'logs', 'config']
const bank = topics.flatMap((topic) => Array.from({ length: 12 }, (_, at) => aQuestion(`${topic}-q${at}`, 'v1', topic)))

beforeAll(async () => {
  world = await habitWorld('2026-03-01T12:00:00Z', bank)
  admin = world.person('Admin', { admin: true })
  people = ['Ann', 'Ben'].map((name) => world.person(name))
  await admin.types('schedule set 09:00 UTC daily')
})
afterAll(() => world.close())

function open(): string {
  const posted = world.channel().findLast((text) => text.includes('[Answer')) ?? ''
  return /What about ([a-z]+)-q\d+\?/.exec(posted)?.[1] ?? ''
}

/** The topic of the day's question, after everybody answered. Nobody ever gets a question about data right. */
async function day(date: number): Promise<string> {
  await world.passUntil(new Date(Date.UTC(2026, 2, date, 9, 30)).toISOString(), halfADay)
  const topic = open()
  for (const person of people) await person.types(`answer ${topic === 'data' ? 'nothing yet' : 'once a day'}`)
  return topic
}

async function days(first: number, last: number): Promise<string[]> {
  const asked: string[] = []
  for (let date = first; date <= last; date++) asked.push(await day(date))
  return asked
}

const dataIn = (asked: readonly string[]) => asked.filter((topic) => topic === 'data').length

describe('a team’s expected knowledge', () => {
  it('doesn’t matter while topics take turns', async () => {
    expect(await admin.types('settings list')).toContain('order turns')
    expect(dataIn(await days(2, 5))).toBe(1)
  })

  it('decides which question comes next after an admin turns it on', async () => {
    expect(await admin.types('settings order random')).toContain('“random” doesn’t work here. Use turns or memory.')
    expect(await world.person('Ann').types('settings order memory')).toContain('Only admins')
    expect(await admin.types('settings order memory')).toContain('order turns → memory')
    const asked = await days(6, 11)
    expect(dataIn(asked)).toBe(3)
    // A topic never comes twice in a row, even if the team knows little about it.
    expect(asked.filter((topic, at) => topic === asked[at - 1])).toEqual([])
  })

  it('predicts the next question, even after the previous answer is revealed', async () => {
    const next = async () => /([a-z]+)-q\d+ \(/.exec(await admin.types('schedule next'))?.[1]
    for (const date of [12, 13, 14]) {
      // The reveal of the previous question comes some seconds after the next one was posted.
      await world.passUntil(new Date(Date.UTC(2026, 2, date - 1, 9, 31)).toISOString())
      const ahead = await next()
      await world.passUntil(new Date(Date.UTC(2026, 2, date, 8, 59)).toISOString(), halfADay)
      expect([await next(), await day(date)]).toEqual([ahead, ahead])
    }
  })

  it('comes after a requested topic and after a pin', async () => {
    await admin.types('settings pin config-q11')
    expect(await day(15)).toBe('config')
    await admin.types('ask logs')
    expect(open()).toBe('logs')
  })
})
