/** What time or an event makes us do. A job carries ids only, and every one is safe to run twice. */
export type Job =
  | { name: 'grade'; answerId: number }
  | { name: 'tell'; answerId: number }
  | { name: 'post-round'; roundId: number }
  | { name: 'close-round'; roundId: number }
  | { name: 'reveal-round'; roundId: number }
  | { name: 'ask'; channelId: number; localDate: string }
  | { name: 'tick' }
  | { name: 'sweep' }

export type Queue = {
  /**
   * Adds a job unless one with the same id is already waiting or running; the id is its name and ids joined with `-`,
   * such as `grade-17`. Rejects within a second where the queue is away.
   */
  add(job: Job, options?: { delayMs?: number; requestId?: string }): Promise<void>
  addMany(jobs: Job[]): Promise<void>
  /** Makes a job come again every so many milliseconds; calling it again changes or restores the rhythm. */
  repeat(job: Job, everyMs: number): Promise<void>
  work(run: RunJob, options: { concurrency: number }): Promise<void>
  depth(): Promise<{ waiting: number; active: number; delayed: number; failed: number; oldestWaitingMs: number }>
  close(): Promise<void>
}

export type RunJob = (job: Job, context: { requestId?: string; attempt: number; lastAttempt: boolean }) => Promise<void>
