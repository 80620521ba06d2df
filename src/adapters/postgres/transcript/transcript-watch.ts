import type { Place } from '../../../domain/place.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { type Listener, listenToTranscript } from './listen-to-transcript.ts'

/** All watchers in this process share one connection, which is open while there are any. */
export function transcriptWatch(options: { url: string; onError(error: unknown): void }): {
  watch: Transcript['watch']
  close(): Promise<void>
} {
  const watchers = new Set<(channel: Place) => void>()
  let listener: Promise<Listener> | undefined

  async function close(): Promise<void> {
    const last = listener
    listener = undefined
    await (await last)?.close()
  }

  return {
    async watch(changed) {
      // Wraps the callback, because a caller may register the same function twice.
      const watcher = (channel: Place) => changed(channel)
      watchers.add(watcher)
      listener ??= listenToTranscript(options, (channel) => {
        for (const tell of watchers) tell(channel)
      })
      const mine = listener
      try {
        await mine
      } catch (error) {
        watchers.delete(watcher)
        if (listener === mine) listener = undefined
        throw error
      }
      return async () => {
        watchers.delete(watcher)
        if (watchers.size === 0) await close()
      }
    },
    close,
  }
}
