import { Worker } from 'node:worker_threads'
import { QuizError } from '../../domain/errors.ts'
import type { PackReading } from '../../domain/packs/compile-as-pack.ts'
import type { Work } from '../../ports/desk/studio.ts'
import type { Drafter, Suggested } from '../../services/packs/draft-suggestion.ts'
import type { Rereading, RereadPack } from '../../services/packs/reread-pack.ts'
import type { TryDraft } from '../../services/packs/try-draft.ts'

export type Task =
  | { kind: 'try'; work: Work; reading: PackReading }
  | { kind: 'draft'; suggestion: Suggested }
  | { kind: 'reread'; rereading: Rereading }

export type Studio = {
  /** Throws `studio-busy` or `draft-too-slow`. */
  tryDraft: TryDraft
  draft: Drafter
  reread: RereadPack
  close(): Promise<void>
}

/** The total limit keeps waits short, and the limit per workspace leaves room for other workspaces. */
const mostWaiting = { inAll: 8, ofWorkspace: 2 }
/** A usual rubric takes a few hundredths of a second. */
const longestMs = 10_000
/** How long an idle thread is kept, because a new one has to load the program first. */
const idleMs = 60_000

/**
 * Parses rubrics and grades with them in a separate thread, one task at a time, because an untrusted rubric can take
 * arbitrarily long. The thread is started when it is needed and stopped if a task takes too long.
 */
export function createStudio(limitMs = longestMs): Studio {
  const waiting = new Map<number, number>()
  let last: Promise<unknown> = Promise.resolve()
  let thread: Worker | undefined
  let idle: NodeJS.Timeout | undefined

  async function inThread(task: Task): Promise<unknown> {
    clearTimeout(idle)
    thread ??= new Worker(new URL('./studio-thread.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    })
    const worker = thread
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    const slow = setTimeout(() => reject(new QuizError('draft-too-slow')), limitMs)
    worker.once('message', resolve).once('error', reject).once('exit', reject)
    worker.postMessage(task)
    try {
      return await promise
    } catch (error) {
      thread = undefined
      await worker.terminate()
      throw isTooMuch(error) ? new QuizError('draft-too-slow') : error
    } finally {
      worker.off('message', resolve).off('error', reject).off('exit', reject)
      clearTimeout(slow)
      idle = setTimeout(end, idleMs).unref()
    }
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ended = thread
    thread = undefined
    await ended?.terminate()
  }

  async function after<Result>(workspaceId: number, task: Task): Promise<Result> {
    const theirs = waiting.get(workspaceId) ?? 0
    const all = [...waiting.values()].reduce((sum, count) => sum + count, 0)
    if (theirs >= mostWaiting.ofWorkspace || all >= mostWaiting.inAll) throw new QuizError('studio-busy')
    waiting.set(workspaceId, theirs + 1)
    const mine = last.then(() => inThread(task))
    last = mine.catch(() => {})
    try {
      return (await mine) as Result
    } finally {
      const left = (waiting.get(workspaceId) ?? 1) - 1
      if (left === 0) waiting.delete(workspaceId)
      else waiting.set(workspaceId, left)
    }
  }

  return {
    tryDraft: (workspaceId, work, reading) => after(workspaceId, { kind: 'try', work, reading }),
    reread: (workspaceId, rereading) => after(workspaceId, { kind: 'reread', rereading }),
    draft: (workspaceId, suggestion) => after(workspaceId, { kind: 'draft', suggestion }),
    close: end,
  }
}

/** Whether the task took too long, or needed too much memory or stack. */
function isTooMuch(error: unknown): boolean {
  if (error instanceof QuizError || error instanceof RangeError) return true
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
