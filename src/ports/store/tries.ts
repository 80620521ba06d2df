/**
 * Which sends have begun, so that only a second try has to look for what the first one left. It outlives the process: one
 * that is killed between sending and saving can't say any more what it did.
 */
export type Tries = {
  /** Notes a try of what `key` stands for, before it begins. True if one began earlier, which may have arrived. */
  begin(key: string): Promise<boolean>
  /** Takes the note back: the try is known to have left nothing. */
  takeBack(key: string): Promise<void>
  /** Forgets what was tried last before that time. Gives how many. */
  forget(before: Date): Promise<number>
}
