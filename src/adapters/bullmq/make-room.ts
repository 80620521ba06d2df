import type { Queue as BullQueue, IQueueBackend } from 'bullmq'
import type { Payload } from './payload.ts'

/**
 * A full Redis refuses the very commands that would work off jobs, so it would stay full forever. The worker therefore
 * drops waiting jobs: each has a row in the database, and the sweep adds it again.
 */
export function makeRoom<B extends IQueueBackend, Connection>(
  bull: BullQueue<Payload, void, string, Payload, void, string, B, Connection>,
  onError: (error: Error) => void,
): (error: Error) => void {
  let making = false
  return (error) => {
    if (making || !error.message.includes('OOM command not allowed')) return
    making = true
    onError(new Error('The queue is full: dropping the jobs that wait, for the sweep to add again.', { cause: error }))
    bull
      .drain()
      .catch(onError)
      .finally(() => {
        making = false
      })
  }
}
