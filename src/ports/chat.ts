import type { Place } from '../domain/place.ts'
import type { Message } from './message.ts'

/**
 * Sends messages on a chat platform. Every method throws a `ChatError` if the platform refuses or is unavailable. `key`
 * makes a send idempotent: with a key that was already sent to that place, nothing new appears and the earlier message
 * is returned, even if a reply was lost or a process was killed between sending and saving.
 */
export type Chat = {
  /** Posts in a channel for everyone. */
  post(channel: Place, message: Message, key: string): Promise<Place>
  /** Replaces the content of an earlier message. */
  update(posted: Place, message: Message): Promise<void>
  /**
   * Replies below a message: in its thread on Slack and in the playground, as a reply on Discord. Since a thread is out
   * of sight, the channel is notified too.
   */
  reply(posted: Place, message: Message, key: string): Promise<Place>
  /** Whether what `reply` posts is in a thread where people can continue talking. */
  repliesInThread(posted: Place): boolean
  /**
   * Starts a thread below a message if there is none yet, otherwise does nothing. The platform may refuse it because of
   * the channel's settings.
   */
  startThread(posted: Place, name: string): Promise<void>
  /**
   * Tells one player something that nobody else sees: by completing the reply at `path` if that is still possible,
   * otherwise in the platform's next best private way.
   */
  tell(player: Place, message: Message, path: ReplyPath | undefined, key: string): Promise<void>
  /**
   * How many milliseconds to delay `tell`, because the platform first has to show the initial reply; an earlier `tell`
   * waits. `place` is any place on the platform.
   */
  restMs(place: Place, path: ReplyPath | undefined): number
  /**
   * Joins a channel if the app can do so by itself, like a public one on Slack. Does nothing on platforms without
   * joining, or if the app is already in it.
   */
  join(channel: Place): Promise<void>
  /**
   * The players in a role or user group that a team follows. Undefined if the platform says so only with what somebody
   * does (`Origin.player.groups`); then this only checks that the group exists.
   */
  groupMembers(group: Place): Promise<Place[] | undefined>
  /**
   * Whether the app is still installed in each of these workspaces; leaves out uncertain ones, such as on platforms
   * that notify us with an event.
   */
  presenceIn(workspaces: readonly Place[]): Promise<Map<Place, boolean>>
}

/** How to complete the reply to an event later. Only the adapter that created it can read it. */
export type ReplyPath = string
