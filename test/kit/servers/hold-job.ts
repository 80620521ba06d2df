import type { QueueOptions } from '../../../src/adapters/bullmq/create-queue.ts'
import { createQueue } from '../../../src/adapters/bullmq/create-queue.ts'

/** A program for tests that kill it: takes one job of a queue, prints that it has it, and never finishes. */
const options: Omit<QueueOptions, 'onError'> = JSON.parse(process.argv[2] ?? '{}')
const queue = createQueue({ ...options, onError: (error) => process.stderr.write(`${error.message}\n`) })
await queue.work(
  async (job) => {
    process.stdout.write(`${job.name}\n`)
    await new Promise(() => {})
  },
  { concurrency: 1 },
)
