import type { Rights } from '../../ports/rights.ts'
import type { People } from './people.ts'

export function createRights(people: People): Rights {
  // Whoever asks remembers the answer, and must not remember one that was remembered here.
  return { isAdmin: async (player) => (await people.learn(player)).admin }
}
