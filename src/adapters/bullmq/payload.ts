import type { Job } from '../../ports/queue.ts'

/** What is stored for one job. */
export type Payload = { job: Job; requestId?: string }
