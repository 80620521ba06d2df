import type { Tries } from '../../../src/ports/store/tries.ts'

const kept = new Map<string, Map<string, Date>>()

/** In-memory attempts that survive the app like a database, one object per platform address. */
export function triesAt(address: string): Tries {
  const begun = kept.get(address) ?? new Map<string, Date>()
  kept.set(address, begun)
  return {
    async begin(key) {
      const again = begun.has(key)
      begun.set(key, new Date())
      return again
    },
    async takeBack(key) {
      begun.delete(key)
    },
    async forget(before) {
      const old = [...begun].filter(([, at]) => at < before)
      for (const [key] of old) begun.delete(key)
      return old.length
    },
  }
}
