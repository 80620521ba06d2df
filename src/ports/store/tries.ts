/**
 * Which sends have begun, so that only a second try has to look for the first one's message. Stored, because a process
 * that is killed between sending and saving can't report what it did.
 */
export type Tries = {
  /** Records a try for `key` before it begins. True if an earlier one began, which may have arrived. */
  begin(key: string): Promise<boolean>
  /** Removes the record: the try is known to have left nothing. */
  takeBack(key: string): Promise<void>
  /** Deletes records of tries from before that time. Returns how many. */
  forget(before: Date): Promise<number>
}
