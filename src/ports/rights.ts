import type { Place } from '../domain/place.ts'

/** Says who is an admin and who is still in the workspace. It can be called at any time, not only with an event. */
export type Rights = {
  /**
   * Whether somebody is an admin of the workspace that their place belongs to. The platform's answer is cached for some
   * minutes. Throws a `ChatError` if the platform doesn't say.
   */
  isAdmin(player: Place): Promise<boolean>
  /** Whether somebody is still in the workspace. Throws a `ChatError` if the platform doesn't say. */
  isMember(player: Place): Promise<boolean>
}
