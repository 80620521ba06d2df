import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aQuestion } from '../contracts/store/scene.ts'
import { type HabitWorld, habitWorld, type Person } from '../kit/services/habit-world.ts'

let world: HabitWorld
let ann: Person

beforeEach(async () => {
  world = await habitWorld('2026-03-02T09:00:00Z', [aQuestion('one')])
  ann = world.person('Ann')
  await ann.types('ask')
})
afterEach(() => world.close())

describe('a text that is no answer', () => {
  it('takes no try, is not graded, and is answered with an offer of the hint', async () => {
    for (const told of [await ann.types('answer 😀'), await ann.sends('answer:1', { text: 'idk' })]) {
      expect(told).toContain('nothing was counted and you keep your tries')
      expect(told).toContain('[Hint: hint:1]')
    }
    expect(await ann.types('hint')).toContain('three quarters')
    expect(ann.told()).toEqual([])
    expect(await world.store.answers.countPlayers(1)).toBe(0)
  })

  it('is refused like any other text once no try is left', async () => {
    for (const text of ['a thing', 'another thing']) await ann.types(`answer ${text}`)
    expect(await ann.types('answer idk')).toContain('used your 2 tries')
  })
})
