import type { Rights } from '../../ports/rights.ts'
import type { People } from './people.ts'

export function createRights(people: People): Rights {
  return { isAdmin: async (player) => (people.known(player) ?? (await people.learn(player))).admin }
}
