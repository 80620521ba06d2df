import type { Place } from '../../domain/place.ts'

/** The workspaces of the playground, each of which lives for hours. */
export type Sandboxes = {
  /** Notes that somebody does something in it. If `owner` says that it was given to them, it is made. False where there is none. */
  enter(sandbox: Place, options: { now: Date; owner?: Place }): Promise<boolean>
  isOwner(sandbox: Place, player: Place): Promise<boolean>
  exists(sandbox: Place): Promise<boolean>
  /** Those not used since `unusedSince` or made before `madeBefore`, and what was left of others, at most `limit`. */
  ended(over: { unusedSince: Date; madeBefore: Date; limit: number }): Promise<Place[]>
  /** Erases pictures that no line was written with since then. */
  erasePictures(unusedSince: Date): Promise<void>
  /** How much is stored of all that was said in them. */
  bytes(): Promise<number>
}
