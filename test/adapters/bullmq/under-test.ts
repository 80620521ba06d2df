import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { createQueue, type QueueOptions } from '../../../src/adapters/bullmq/create-queue.ts'
import type { QueueUnderTest } from '../../contracts/queue.ts'

export const hurry = { attempts: 3, backoffMs: 50, lockMs: 1000, stalledCheckMs: 500, recurringCheckMs: 500 }

/** The adapter for the contract suite. The store is a function because it starts later. */
export function underTest(store: () => Pick<QueueOptions, 'redisUrl' | 'databaseUrl'>): QueueUnderTest {
  return {
    open: (name, onError) => createQueue({ ...store(), name, onError, pace: hurry }),
    async holdOneJob(name) {
      const program = fileURLToPath(new URL('../../kit/servers/hold-job.ts', import.meta.url))
      const options = JSON.stringify({ ...store(), name, pace: hurry })
      const holder = spawn(process.execPath, [program, options], { stdio: ['ignore', 'pipe', 'inherit'] })
      for await (const _job of createInterface(holder.stdout)) break
      return async () => {
        holder.kill('SIGKILL')
        await once(holder, 'exit')
      }
    },
  }
}
