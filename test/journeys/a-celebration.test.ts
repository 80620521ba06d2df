import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let ann: Person
let ben: Person

const right = 'Once a day'

beforeAll(async () => {
  world = await habitWorld('2026-03-22T12:00:00Z', [aQuestion('one'), aQuestion('two'), aQuestion('three')])
  await world.person('Admin', { admin: true }).types('schedule set 09:30 UTC')
  ann = world.person('Ann')
  ben = world.person('Ben')
})
afterAll(() => world.close())

async function feedbackFor(person: Person, text: string): Promise<string> {
  const before = world.chat.said.length
  await person.types(`answer ${text}`)
  return world.chat.said
    .slice(before)
    .filter(({ how }) => how === 'tell')
    .map(({ text: said, message }) => `${said}${message.celebrates ? ' (celebrated)' : ''}`)
    .join()
}

describe('an answer that is worth celebrating', () => {
  it('is a player’s first right answer, once', async () => {
    await world.passUntil('2026-03-23T10:00:00Z')
    const nothing = await feedbackFor(ann, 'Nothing yet')
    expect(nothing).not.toMatch(/[🎉🔥🏆]/u)
    const first = await feedbackFor(ann, right)
    expect(first).toContain('🎉 Your first right answer here!')
    expect(first).toContain('(celebrated)')
    expect(first).not.toContain('🏆')
  })

  it('is one that overtakes somebody on the leaderboard', async () => {
    expect(await feedbackFor(ben, right)).toMatch(
      /🎉 Your first right answer here!\n🏆 You’re in first place among this week’s players\./,
    )
  })

  it('is not an answer on an ordinary day, which shows only the length of the streak', async () => {
    await world.passUntil('2026-03-24T10:00:00Z')
    const ordinary = await feedbackFor(ben, right)
    expect(ordinary).toContain('🔥 2 question days in a row.')
    expect(ordinary).not.toMatch(/[🎉🏆]|celebrated/u)
    const caughtUp = await feedbackFor(ann, right)
    expect(caughtUp).not.toMatch(/[🎉🏆]|celebrated/u)
  })
})
