import { ChatError } from '../../domain/errors.ts'
import type { Rights } from '../../ports/rights.ts'
import type { People } from './people.ts'

const notThere: readonly (string | undefined)[] = ['user_not_found', 'user_not_visible', 'users_not_found']

export function createRights(people: People): Rights {
  return {
    // The caller caches the result, so it must not come from the cache in `people`.
    isAdmin: async (player) => (await people.learn(player)).admin,
    async isMember(player) {
      try {
        return !(people.known(player) ?? (await people.learn(player))).left
      } catch (error) {
        if (error instanceof ChatError && notThere.includes(error.word)) return false
        throw error
      }
    },
  }
}
