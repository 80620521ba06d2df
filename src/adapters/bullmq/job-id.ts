import type { Job } from '../../ports/queue.ts'

/** Returns the same id for the same job, regardless of the order of its fields. */
export function jobId(job: Job): string {
  const { name, ...ids } = job
  const inOrder = Object.entries(ids).sort(([one], [other]) => (one < other ? -1 : 1))
  return [name, ...inOrder.map(([, id]) => id)].join('-')
}
