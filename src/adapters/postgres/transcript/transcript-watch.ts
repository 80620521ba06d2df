import type { Place } from '../../../domain/place.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { type Listener, listenToTranscript } from './listen-to-transcript.ts'

/** One connection listens for all watchers in this process, from the first watch to the end of the last. */
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
      // The same function may watch twice.
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
