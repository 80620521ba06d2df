import type { Place } from '../../domain/place.ts'

/** The workspaces of the playground, which live for hours. */
export type Sandboxes = {
  /**
   * Records that somebody does something in it. Creates it if `owner` says that it was given to them. False if there is
   * none.
   */
  enter(sandbox: Place, options: { now: Date; owner?: Place }): Promise<boolean>
  isOwner(sandbox: Place, player: Place): Promise<boolean>
  exists(sandbox: Place): Promise<boolean>
  /** Those not used since `unusedSince` or created before `madeBefore`, and leftovers of others, at most `limit`. */
  ended(over: { unusedSince: Date; madeBefore: Date; limit: number }): Promise<Place[]>
  /** Erases pictures that no line has used since then. */
  erasePictures(unusedSince: Date): Promise<void>
  /** How much is stored for everything said in them, and for their own questions. */
  bytes(): Promise<number>
}
