/** What time or an event makes us do. A job carries ids only, and every one is safe to run twice. */
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
 * Jobs wait here until a worker runs them. A job that throws is tried again, each time later, and in the end kept as failed (`ask`,
 * `weekly` and `season` are not kept: the tick adds them again).
 * One that throws a `rate-limited` ChatError or `NotYet` comes again no sooner than that asks for; this is no attempt.
 * What people wait for, such as a grade, runs before what is done for everybody at once, such as the daily question. Jobs of
 * a workspace that has many waiting come behind those of the others: tell whose a job is, where it is anybody's.
 */
export type Queue = {
  /**
   * Adds a job unless one with the same id waits or runs already; the id is its name and ids joined with `-`, such as
   * `grade-17`. Rejects within a second or so where the queue is away.
   */
  add(job: Job, options?: { workspaceId?: number; delayMs?: number; requestId?: string }): Promise<void>
  /** Adds jobs by the hundred, under the same rule. Rejects where the queue is away; some may have been added then. */
  addMany(jobs: OwnedJob[]): Promise<void>
  /**
   * Makes a job come again every so many milliseconds, in place of the rhythm it had. The rhythm is restored for as long
   * as this process lives, whatever the queue loses; where the queue is away it begins when that is back.
   */
  repeat(job: Job, everyMs: number): Promise<void>
  /** Begins to run jobs, this many at once. Where the queue is away it begins when that is back. Call it once. */
  work(run: RunJob, options: { concurrency: number }): Promise<void>
  /** How much there is to do; the age is of the job that has been due the longest. Rejects where the queue is away. */
  depth(): Promise<QueueDepth>
  /** Takes no more jobs, waits for those under way, hands back those not done after `graceMs` (20 seconds), and disconnects. */
  close(options?: { graceMs: number }): Promise<void>
}

export type OwnedJob = { job: Job; workspaceId?: number | undefined }

/** `attempt` counts from 1. What it throws is reported by the queue, not by the caller. */
export type RunJob = (job: Job, context: JobContext) => Promise<void>

export type JobContext = { requestId?: string; attempt: number; lastAttempt: boolean }

export type QueueDepth = { waiting: number; active: number; delayed: number; failed: number; oldestWaitingMs: number }
