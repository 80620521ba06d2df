/** Work triggered by time or an event. A job carries only ids and dates, and every job is idempotent. */
export type Job =
  | { name: 'grade'; answerId: number }
  | { name: 'tell'; answerId: number }
  | { name: 'post-round'; roundId: number }
  | { name: 'close-round'; roundId: number }
  | { name: 'reveal-round'; roundId: number }
  | { name: 'count-answers'; roundId: number }
  | { name: 'ask'; channelId: number; localDate: string }
  /** `date` is the player's local date for which the reminder is due. */
  | { name: 'remind'; playerId: number; date: string }
  | { name: 'share'; shareId: number }
  | { name: 'tell-dispute'; disputeId: number }
  | { name: 'tell-ruling'; noticeId: number }
  | { name: 'tell-suggestion'; suggestionId: number }
  | { name: 'read-import'; importId: number }
  /** `date` is the local date for which the post is due. */
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
 * Jobs wait here until a worker runs them. A job that throws is retried with growing delays, and finally stored as
 * failed (except `ask`, `weekly` and `season`, which the tick adds again). A job that throws a `rate-limited` ChatError
 * or `NotYet` is retried no sooner than the error asks for, and this doesn't count as an attempt. Work that a player
 * waits for, such as a grade, has priority over posts for everybody, such as the daily question. The jobs of a
 * workspace with a long backlog run after those of other workspaces, so pass the workspace of a job if it has one.
 */
export type Queue = {
  /**
   * Adds a job unless one with the same id is already waiting or running. The id is its name and ids joined with `-`,
   * such as `grade-17`. Rejects within about a second if the queue is unavailable.
   */
  add(job: Job, options?: AddOptions): Promise<void>
  /**
   * Adds jobs in batches of a hundred, deduplicated like those of `add`. Rejects if the queue is unavailable; some jobs
   * may have been added by then.
   */
  addMany(jobs: OwnedJob[]): Promise<void>
  /**
   * Repeats a job every `everyMs` milliseconds and replaces an earlier interval. While this process runs, it restores
   * the schedule if the queue loses it. If the queue is unavailable, the schedule starts when the queue is back.
   */
  repeat(job: Job, everyMs: number): Promise<void>
  /**
   * Starts running jobs, at most `concurrency` in parallel. If the queue is unavailable, it starts when the queue is
   * back. Call it once.
   */
  work(run: RunJob, options: { concurrency: number }): Promise<void>
  /**
   * How many jobs are waiting, and the age of the job that has been due the longest. Rejects if the queue is
   * unavailable.
   */
  depth(): Promise<QueueDepth>
  /**
   * Adds jobs that wait to be added `soon`, stops accepting jobs, waits for running ones, returns those not done after `graceMs` (20 seconds) to the queue, and
   * disconnects.
   */
  close(options?: { graceMs: number }): Promise<void>
}

export type AddOptions = {
  workspaceId?: number | undefined
  delayMs?: number
  requestId?: string
  /** The job may be added up to 50 ms later, in one call with others. */
  soon?: boolean
}

export type OwnedJob = { job: Job; workspaceId?: number | undefined }

/** `attempt` counts from 1. The queue logs what it throws. */
export type RunJob = (job: Job, context: JobContext) => Promise<void>

export type JobContext = { requestId?: string; attempt: number; lastAttempt: boolean }

export type QueueDepth = { waiting: number; active: number; delayed: number; failed: number; oldestWaitingMs: number }
