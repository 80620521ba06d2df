import type { Place } from '../domain/place.ts'
import type { Message } from './message.ts'

/**
 * What we say on a chat platform. Every method throws a `ChatError` when the platform refuses or is away.
 * `key` makes a send safe to repeat: with a key that was already sent to that place, nothing new appears and
 * the earlier message is returned, also after a reply was lost or a process was killed between sending and saving.
 */
export type Chat = {
  /** Posts in a channel for everyone. */
  post(channel: Place, message: Message, key: string): Promise<Place>
  /** Replaces what an earlier message says. */
  update(posted: Place, message: Message): Promise<void>
  /**
   * Answers below a message: in its thread on Slack and in the playground, as a reply on Discord. A thread is out of sight, so
   * the channel hears of it too.
   */
  reply(posted: Place, message: Message, key: string): Promise<Place>
  /** Whether what `reply` says stands in a thread in which people can talk on. */
  repliesInThread(posted: Place): boolean
  /**
   * Starts a thread below a message where there is none yet, and does nothing more where there is one. The platform may
   * refuse it for reasons of the channel's.
   */
  startThread(posted: Place, name: string): Promise<void>
  /**
   * Tells one player something that nobody else sees: by completing the reply that `path` stands for where it still
   * can be, else by the platform's next best private way.
   */
  tell(player: Place, message: Message, path: ReplyPath | undefined, key: string): Promise<void>
  /**
   * How many milliseconds `tell` had better come later, because the platform has still to show what the reply said first;
   * a `tell` that comes sooner waits. `place` is any of the platform.
   */
  restMs(place: Place, path: ReplyPath | undefined): number
  /**
   * Goes into a channel where the app may go in by itself, as on Slack into a public one. Does nothing where a channel isn't
   * joined, or the app is in it.
   */
  join(channel: Place): Promise<void>
  /** The players of a role or user group that stands for a team. */
  groupMembers(group: Place): Promise<Place[]>
  /**
   * Whether the app is still installed in each of these workspaces; nothing of one that isn't certain, as where the
   * platform tells us by an event.
   */
  presenceIn(workspaces: readonly Place[]): Promise<Map<Place, boolean>>
}

/** How a reply to one event can be completed later. Only the adapter that made it can read it. */
export type ReplyPath = string
