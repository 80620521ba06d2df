import type { Queue as BullQueue, IQueueBackend } from 'bullmq'
import type { Payload } from './payload.ts'

/**
 * Drops the waiting jobs when Redis is full. A full Redis also refuses the commands that complete jobs, so it would
 * never recover. No job is lost, because each has a row in the database and the sweep adds it again.
 */
export function dropJobsWhenFull<B extends IQueueBackend, Connection>(
  bull: BullQueue<Payload, void, string, Payload, void, string, B, Connection>,
  onError: (error: Error) => void,
): (error: Error) => void {
  let dropping = false
  return (error) => {
    if (dropping || !error.message.includes('OOM command not allowed')) return
    dropping = true
    onError(new Error('The queue is full: dropping the waiting jobs, which the sweep adds again.', { cause: error }))
    bull
      .drain()
      .catch(onError)
      .finally(() => {
        dropping = false
      })
  }
}
