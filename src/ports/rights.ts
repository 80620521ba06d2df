import type { Place } from '../domain/place.ts'

/** Who may do what only admins may, asked at any time and not only with an event. */
export type Rights = {
  /**
   * Whether somebody is an admin of the workspace that their place belongs to. What the platform said is remembered for some
   * minutes. Throws a `ChatError` if the platform doesn't say.
   */
  isAdmin(player: Place): Promise<boolean>
}
