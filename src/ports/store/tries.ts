/**
 * Records which sends have started, so that only a second attempt has to look for a message that was already posted.
 * The records are stored because a process can be killed between sending and saving.
 */
export type Tries = {
  /**
   * Records an attempt for `key` before it starts. Returns true if an earlier attempt was recorded, whose message may
   * have arrived.
   */
  begin(key: string): Promise<boolean>
  /** Removes the record, because the attempt certainly posted nothing. */
  takeBack(key: string): Promise<void>
  /** Deletes records of attempts from before that time. Returns how many. */
  forget(before: Date): Promise<number>
}
