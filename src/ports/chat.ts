import type { Place } from '../domain/place.ts'
import type { Message } from './message.ts'

/**
 * Sends messages on a chat platform. Every method throws a `ChatError` if the platform refuses or is unavailable. `key`
 * makes a send idempotent: a repeated key posts nothing and returns the earlier message, even if the platform's reply
 * was lost or the process was killed before it saved the result.
 */
export type Chat = {
  /** Posts in a channel for everyone. */
  post(channel: Place, message: Message, key: string): Promise<Place>
  update(posted: Place, message: Message): Promise<void>
  /**
   * Replies below a message: in its thread on Slack and in the playground, as a reply on Discord. A reply in a thread
   * is also shown in the channel.
   */
  reply(posted: Place, message: Message, key: string): Promise<Place>
  /** Whether `reply` posts in a thread where people can continue talking. */
  repliesInThread(posted: Place): boolean
  /**
   * Starts a thread below a message, or does nothing if there already is one. The platform may refuse because of the
   * channel's settings.
   */
  startThread(posted: Place, name: string): Promise<void>
  /**
   * Sends a message that only one player can see. It completes the reply at `path` if that is still possible, and
   * otherwise uses the platform's next best private way.
   */
  tell(player: Place, message: Message, path: ReplyPath | undefined, key: string): Promise<void>
  /**
   * How many milliseconds to wait before `tell`, because the platform has to show the initial reply first. `tell`
   * itself waits if it is called earlier. `place` is any place on the platform.
   */
  restMs(place: Place, path: ReplyPath | undefined): number
  /**
   * Joins a channel if the app can join without an invitation, such as a public one on Slack. Does nothing if the
   * platform has no concept of joining, or if the app is already in the channel.
   */
  join(channel: Place): Promise<void>
  /**
   * The players in a role or user group that a team follows. Returns undefined if the platform sends groups only with
   * events (`Origin.player.groups`); the call then only checks that the group exists.
   */
  groupMembers(group: Place): Promise<Place[] | undefined>
  /**
   * Whether the app is still installed in each of these workspaces. Omits workspaces for which this is uncertain, and
   * all of them on platforms that send an event when the app is removed.
   */
  presenceIn(workspaces: readonly Place[]): Promise<Map<Place, boolean>>
}

/** Identifies an event's reply so that it can be completed later. Only the adapter that created it can read it. */
export type ReplyPath = string
