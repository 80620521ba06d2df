import type { AddOptions, Job, OwnedJob } from '../ports/queue.ts'
import type { Deps } from './deps.ts'

/**
 * Adds a job for a row that is already saved. If the queue is unavailable, this only logs: the sweep finds the row
 * later and adds the job.
 */
export async function enqueue(
  deps: Pick<Deps, 'queue' | 'log'>,
  job: Job,
  options: AddOptions & { workspaceId: number },
): Promise<void> {
  try {
    await deps.queue.add(job, options)
  } catch (error) {
    deps.log.warn(
      { job: job.name, err: error, requestId: options.requestId },
      'the queue is down; the sweep will add the job',
    )
  }
}

/** Like `enqueue`, but nobody waits for it, and the job shares a call with others. */
export function enqueueSoon(...[deps, job, options]: Parameters<typeof enqueue>): void {
  void enqueue(deps, job, { ...options, soon: true })
}

export async function enqueueMany(deps: Pick<Deps, 'queue' | 'log'>, jobs: OwnedJob[]): Promise<void> {
  const [first] = jobs
  if (!first) return
  try {
    await deps.queue.addMany(jobs)
  } catch (error) {
    deps.log.warn({ job: first.job.name, err: error }, 'the queue is down; the sweep will add the job')
  }
}
