import type { Job } from '../../ports/queue.ts'

/** The same for the same job, in whatever order its ids were written down. */
export function jobId(job: Job): string {
  const { name, ...ids } = job
  const inOrder = Object.entries(ids).sort(([one], [other]) => (one < other ? -1 : 1))
  return [name, ...inOrder.map(([, id]) => id)].join('-')
}
