import type { Job } from '../../ports/queue.ts'

/** What lies in the store for one job. */
export type Payload = { job: Job; requestId?: string }
