import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { next } from './scene.ts'

export function triesContract(open: () => Store): void {
  describe('tries', () => {
    const aKey = (): string => `slack:T1:C1 round-${next()}`

    test('the first attempt of a key is recognized, no matter how many come at the same time', async () => {
      const { tries } = open()
      const [one, other] = [aKey(), aKey()]
      const all = await Promise.all(Array.from({ length: 5 }, () => tries.begin(one)))
      expect(all.filter((again) => !again)).toHaveLength(1)
      expect(await tries.begin(other)).toBe(false)
    })

    test('a withdrawn attempt does not count', async () => {
      const { tries } = open()
      const [one, other] = [aKey(), aKey()]
      await tries.begin(one)
      await tries.begin(other)
      await tries.takeBack(one)
      expect([await tries.begin(one), await tries.begin(other)]).toEqual([false, true])
    })

    test('attempts are deleted by the age of the latest one', async () => {
      const { tries } = open()
      const key = aKey()
      await tries.begin(key)
      await tries.forget(new Date(Date.now() - 60_000))
      expect(await tries.begin(key)).toBe(true)
      expect(await tries.forget(new Date(Date.now() + 60_000))).toBeGreaterThan(0)
      expect(await tries.begin(key)).toBe(false)
    })
  })
}
