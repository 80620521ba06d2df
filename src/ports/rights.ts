import type { Place } from '../domain/place.ts'

/** Checks who is an admin and who is still in the workspace. Callers don't need an event. */
export type Rights = {
  /**
   * Whether the player is an admin of the workspace of their place. The platform's answer is cached for some minutes.
   * Throws a `ChatError` if the platform gives no answer.
   */
  isAdmin(player: Place): Promise<boolean>
  /** Whether the player is still in the workspace. Throws a `ChatError` if the platform gives no answer. */
  isMember(player: Place): Promise<boolean>
}
