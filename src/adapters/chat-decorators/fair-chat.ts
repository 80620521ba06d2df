import { ChatError } from '../../domain/errors.ts'
import { type Place, placeOf, placeParts, platformOf } from '../../domain/place.ts'
import type { Chat } from '../../ports/chat.ts'

/** A workspace is slow if its oldest call has been unanswered for this long. Calls to a slow workspace don't wait. */
const slowMs = 250
const longestWaitMs = 30_000

/** A workspace's calls in progress, with their start times, and the calls that wait for one of them to end. */
type Line = { begun: Set<{ at: number }>; waiting: (() => void)[]; bookedUntil: number }

/**
 * Keeps one slow workspace from using up a worker's concurrency by allowing at most `atOnce` calls in progress. If the
 * workspace is fast, further calls wait briefly. If it is slow, they are rejected with `rate-limited`, each with a
 * longer delay than the one before, so that their retries don't arrive together.
 */
export function fairChat(chat: Chat, { atOnce }: { atOnce: number }): Chat {
  const lines = new Map<string, Line>()

  async function inTurn<T>(place: Place, call: () => Promise<T>): Promise<T> {
    const workspace = placeOf(platformOf(place), placeParts(place)[0] ?? '')
    const line = lines.get(workspace) ?? { begun: new Set(), waiting: [], bookedUntil: 0 }
    lines.set(workspace, line)
    while (line.begun.size >= atOnce) await waitForSlot(line, workspace, atOnce)
    const begun = { at: performance.now() }
    line.begun.add(begun)
    try {
      return await call()
    } finally {
      line.begun.delete(begun)
      line.waiting.shift()?.()
      if (line.begun.size === 0) lines.delete(workspace)
    }
  }

  return {
    post: (channel, message, key) => inTurn(channel, () => chat.post(channel, message, key)),
    update: (posted, message) => inTurn(posted, () => chat.update(posted, message)),
    reply: (posted, message, key) => inTurn(posted, () => chat.reply(posted, message, key)),
    repliesInThread: (posted) => chat.repliesInThread(posted),
    startThread: (posted, name) => inTurn(posted, () => chat.startThread(posted, name)),
    tell: (player, message, path, key) => inTurn(player, () => chat.tell(player, message, path, key)),
    restMs: (place, path) => chat.restMs(place, path),
    join: (channel) => inTurn(channel, () => chat.join(channel)),
    groupMembers: (group) => inTurn(group, () => chat.groupMembers(group)),
    presenceIn: (workspaces) => chat.presenceIn(workspaces),
  }
}

/** Resolves when a call has ended or the oldest call has become slow. Rejects if the workspace is already slow. */
async function waitForSlot(line: Line, workspace: string, atOnce: number): Promise<void> {
  const now = performance.now()
  const ageMs = now - Math.min(...[...line.begun].map(({ at }) => at))
  if (ageMs >= slowMs) {
    line.bookedUntil = Math.max(now, line.bookedUntil) + ageMs / atOnce
    const retryAfterMs = Math.min(longestWaitMs, Math.ceil(line.bookedUntil - now))
    throw new ChatError('rate-limited', `${workspace} is slow to answer`, { retryAfterMs })
  }
  await new Promise<void>((resolve) => {
    const slow = setTimeout(resolve, slowMs - ageMs)
    line.waiting.push(() => {
      clearTimeout(slow)
      resolve()
    })
  })
}
