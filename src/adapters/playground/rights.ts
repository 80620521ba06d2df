import type { Rights } from '../../ports/rights.ts'
import type { Sandboxes } from '../../ports/store/sandboxes.ts'
import { sandboxAt } from './places.ts'

/** The owner of a sandbox is its admin as long as it exists. */
export function createRights(sandboxes: Pick<Sandboxes, 'isOwner'>): Rights {
  return {
    isMember: async (player) => sandboxAt(player) !== undefined,
    async isAdmin(player) {
      const sandbox = sandboxAt(player)
      return sandbox !== undefined && sandboxes.isOwner(sandbox.ref, player)
    },
  }
}
