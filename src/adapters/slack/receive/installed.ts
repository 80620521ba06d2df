import { placeOf } from '../../../domain/place.ts'
import type { ChatEvent } from '../../../ports/chat-event.ts'
import type { Granted } from '../connect/oauth.ts'
import type { People } from '../people.ts'

/**
 * The event that somebody installed the app in their workspace. An install for a whole organization isn't in any
 * workspace yet.
 */
export function installedEvent(
  { team, user, isEnterpriseInstall }: Granted,
  around: { people(): People; now: Date },
): ChatEvent | undefined {
  if (isEnterpriseInstall || !team) return undefined
  const ref = placeOf('slack', team.id, user.id)
  const about = () => around.people().learn(ref)
  return {
    kind: 'met',
    how: 'installed',
    id: `installed-${around.now.getTime()}`,
    workspace: { ref: placeOf('slack', team.id), name: team.name ?? '' },
    player: { ref, name: '', isAdmin: async () => (await about()).admin, zone: async () => (await about()).zone },
  }
}
