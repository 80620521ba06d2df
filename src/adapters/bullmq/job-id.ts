import type { Job } from '../../ports/queue.ts'

/** The same for the same job, regardless of the order of its ids. */
export function jobId(job: Job): string {
  const { name, ...ids } = job
  const inOrder = Object.entries(ids).sort(([one], [other]) => (one < other ? -1 : 1))
  return [name, ...inOrder.map(([, id]) => id)].join('-')
}
