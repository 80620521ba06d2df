import type { Rights } from '../../ports/rights.ts'
import type { People } from './people.ts'

export function createRights(people: People): Rights {
  // The caller caches the answer, and must not cache one that was already cached here.
  return { isAdmin: async (player) => (await people.learn(player)).admin }
}
