import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createTurns } from '../../../src/adapters/playground/receive/turns.ts'

it('a limited number of actions run at the same time, others wait in order, and the rest are refused', async () => {
  const turns = createTurns({ atOnce: 2, waiting: 2 })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) =>
    turns.take(async () => {
      begun.push(name)
      await new Promise<void>((end) => ends.set(name, end))
      if (name === 'b') throw new Error('b failed')
      return name
    })
  const [a, b, c, d, e] = ['a', 'b', 'c', 'd', 'e'].map(work)
  const failed = expect(b).rejects.toThrow('b failed')
  expect([begun, e]).toEqual([['a', 'b'], undefined])
  ends.get('b')?.()
  await failed
  await turn()
  expect(begun).toEqual(['a', 'b', 'c'])
  for (const name of ['a', 'c']) ends.get(name)?.()
  await turn()
  await turn()
  ends.get('d')?.()
  expect(await Promise.all([a, c, d])).toEqual(['a', 'c', 'd'])
  const later = work('f')
  ends.get('f')?.()
  expect(await later).toBe('f')
})
