import { placeOf } from '../../../domain/place.ts'
import type { ChatEvent } from '../../../ports/chat-event.ts'
import type { Granted } from '../connect/oauth.ts'
import type { People } from '../people.ts'

/**
 * Returns the event for a person who installed the app in their workspace. Returns undefined if it was installed for a whole organization, because then it isn't in any workspace yet.
 */
export function installedEvent(
  { team, user, isEnterpriseInstall }: Granted,
  context: { people(): People; now: Date },
): ChatEvent | undefined {
  if (isEnterpriseInstall || !team) return undefined
  const ref = placeOf('slack', team.id, user.id)
  const about = () => context.people().learn(ref)
  return {
    kind: 'met',
    how: 'installed',
    id: `installed-${context.now.getTime()}`,
    workspace: { ref: placeOf('slack', team.id), name: team.name ?? '' },
    player: { ref, name: '', isAdmin: async () => (await about()).admin, zone: async () => (await about()).zone },
  }
}
