import type { Place } from '../../domain/place.ts'

/** The workspaces of the playground, which expire after hours. */
export type Sandboxes = {
  /** Records activity in a sandbox. Creates the sandbox if `owner` is given. Returns false if it doesn't exist. */
  enter(sandbox: Place, options: { now: Date; owner?: Place }): Promise<boolean>
  isOwner(sandbox: Place, player: Place): Promise<boolean>
  exists(sandbox: Place): Promise<boolean>
  /**
   * Sandboxes not used since `unusedSince` or created before `madeBefore`, and remains of deleted ones, at most
   * `limit`.
   */
  ended(over: { unusedSince: Date; madeBefore: Date; limit: number }): Promise<Place[]>
  /** Erases pictures that no transcript entry has used since then. */
  erasePictures(unusedSince: Date): Promise<void>
  /** The size of all transcripts and own questions of the sandboxes. */
  bytes(): Promise<number>
}
