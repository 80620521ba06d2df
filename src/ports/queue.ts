/** Work triggered by time or an event. A job carries only ids, and every job is idempotent. */
export type Job =
  | { name: 'grade'; answerId: number }
  | { name: 'tell'; answerId: number }
  | { name: 'post-round'; roundId: number }
  | { name: 'close-round'; roundId: number }
  | { name: 'reveal-round'; roundId: number }
  | { name: 'count-answers'; roundId: number }
  | { name: 'ask'; channelId: number; localDate: string }
  /** `date` is the player's local date on which it is due. */
  | { name: 'remind'; playerId: number; date: string }
  | { name: 'share'; shareId: number }
  | { name: 'tell-dispute'; disputeId: number }
  | { name: 'tell-ruling'; noticeId: number }
  | { name: 'tell-suggestion'; suggestionId: number }
  | { name: 'read-import'; importId: number }
  /** `date` is the local date on which it is due. */
  | { name: 'weekly'; workspaceId: number; date: string }
  | { name: 'season'; seasonId: number }
  | { name: 'sync-team'; teamId: number }
  | { name: 'sync-teams' }
  | { name: 'tick' }
  | { name: 'sweep' }
  | { name: 'prune' }
  | { name: 'find-removals' }
  | { name: 'remove-sandboxes' }

/**
 * Jobs wait here until a worker runs them. A job that throws is retried, with growing delays, and finally stored as
 * failed (`ask`, `weekly` and `season` are not stored: the tick adds them again). One that throws a `rate-limited`
 * ChatError or `NotYet` is retried no sooner than that asks for; this doesn't count as an attempt. What people wait
 * for, such as a grade, runs before what is done for everybody, such as the daily question. Jobs of a workspace with
 * many waiting come after those of the others: say which workspace a job belongs to, if any.
 */
export type Queue = {
  /**
   * Adds a job unless one with the same id is already waiting or running; the id is its name and ids joined with `-`,
   * such as `grade-17`. Rejects within a second or so if the queue is unavailable.
   */
  add(job: Job, options?: { workspaceId?: number; delayMs?: number; requestId?: string }): Promise<void>
  /**
   * Adds jobs in batches of a hundred, by the same rule. Rejects if the queue is unavailable; some may have been added
   * then.
   */
  addMany(jobs: OwnedJob[]): Promise<void>
  /**
   * Makes a job recur every so many milliseconds, replacing its earlier interval. The schedule is restored for as long
   * as this process lives, whatever the queue loses; if the queue is unavailable, it begins when the queue is back.
   */
  repeat(job: Job, everyMs: number): Promise<void>
  /**
   * Starts running jobs, this many at once. If the queue is unavailable, it starts when the queue is back. Call it
   * once.
   */
  work(run: RunJob, options: { concurrency: number }): Promise<void>
  /**
   * How much work is waiting; the age is that of the job that has been due the longest. Rejects if the queue is
   * unavailable.
   */
  depth(): Promise<QueueDepth>
  /**
   * Stops taking jobs, waits for those in progress, hands back those not done after `graceMs` (20 seconds), and
   * disconnects.
   */
  close(options?: { graceMs: number }): Promise<void>
}

export type OwnedJob = { job: Job; workspaceId?: number | undefined }

/** `attempt` counts from 1. The queue reports what it throws, not the caller. */
export type RunJob = (job: Job, context: JobContext) => Promise<void>

export type JobContext = { requestId?: string; attempt: number; lastAttempt: boolean }

export type QueueDepth = { waiting: number; active: number; delayed: number; failed: number; oldestWaitingMs: number }
