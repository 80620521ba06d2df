import type { Job } from '../../ports/queue.ts'

export type Payload = { job: Job; requestId?: string }
