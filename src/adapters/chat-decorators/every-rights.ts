import { ChatError } from '../../domain/errors.ts'
import { type Place, type Platform, platformOf } from '../../domain/place.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Rights } from '../../ports/rights.ts'

/** How long people who lost their rights may still use them. */
const freshMs = 60_000
const mostKept = 5000

/**
 * Combines the platforms and caches positive answers for a minute. Negative answers aren't cached, so that a new admin
 * doesn't have to wait.
 */
export function everyRights(chats: ReadonlyMap<Platform, { rights: Rights }>, clock: Clock): Rights {
  const known = new Map<Place, number>()
  function of(player: Place): Rights {
    const platform = platformOf(player)
    const found = chats.get(platform)
    if (!found) throw new ChatError('gone', `${platform} is not configured`)
    return found.rights
  }

  return {
    isMember: async (player) => of(player).isMember(player),

    async isAdmin(player) {
      const now = clock.now().getTime()
      if ((known.get(player) ?? 0) > now) return true
      const admin = await of(player).isAdmin(player)
      known.delete(player)
      if (admin) known.set(player, now + freshMs)
      const oldest = known.keys().next()
      if (known.size > mostKept && !oldest.done) known.delete(oldest.value)
      return admin
    },
  }
}
