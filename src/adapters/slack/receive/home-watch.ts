import type { ChatEvent, HandleEvent } from '../../../ports/chat-event.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Log } from '../../chats/log.ts'
import { renderHome } from '../render/home.ts'

type HomeEvent = Extract<ChatEvent, { kind: 'home' }>
type View = ReturnType<typeof renderHome>

export type HomeWatch = {
  /** Records what a person's tab shows now. Once opened, a tab is kept up to date. */
  shown(event: ChatEvent, view: unknown): void
  stop(): void
}

/** Slack doesn't say when somebody leaves the tab. */
const watchedMs = 10 * 60_000
const everyMs = 60_000
const mostWatched = 200

/**
 * Keeps an open Home tab up to date: once a minute it is rendered again, and sent if it has changed, such as after a
 * grade, a reveal or a schedule change. Each process does this for people who opened the tab through it; after a
 * restart, the next visit shows the current state.
 */
export function createHomeWatch(deps: {
  handleEvent: HandleEvent
  publish(event: HomeEvent, view: View): Promise<void>
  clock: Clock
  log: Log
}): HomeWatch {
  const watched = new Map<string, { event: HomeEvent; shown: string; until: number }>()
  let timer: NodeJS.Timeout | undefined
  let passing = false

  async function pass(): Promise<void> {
    if (passing) return
    passing = true
    for (const [ref, { event, shown, until }] of watched) {
      if (until <= deps.clock.now().getTime()) watched.delete(ref)
      else await refresh(event, shown)
    }
    passing = false
    if (watched.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  async function refresh(event: HomeEvent, before: string): Promise<void> {
    const { ref } = event.player
    try {
      const reply = await deps.handleEvent(event)
      if (reply.kind !== 'home') {
        watched.delete(ref)
        return
      }
      const view = renderHome(reply.message)
      const now = watched.get(ref)
      // Somebody who has pressed something in the meantime already sees a newer view.
      if (now?.shown !== before || JSON.stringify(view) === before) return
      now.shown = JSON.stringify(view)
      await deps.publish(event, view)
    } catch (error) {
      watched.delete(ref)
      deps.log.debug({ err: error }, 'a home tab was not kept current')
    }
  }

  return {
    shown(event, view) {
      if (!('player' in event)) return
      const shown = JSON.stringify(view)
      const known = watched.get(event.player.ref)
      if (known) known.shown = shown
      if (event.kind !== 'home' || (!known && watched.size >= mostWatched)) return
      const until = deps.clock.now().getTime() + watchedMs
      watched.set(event.player.ref, { event: refreshed(event), shown, until })
      timer ??= setInterval(() => void pass(), everyMs).unref()
    },
    stop() {
      watched.clear()
      clearInterval(timer)
    },
  }
}

function refreshed({ delivery: _, requestId: __, ...origin }: HomeEvent): HomeEvent {
  return { ...origin, isRefresh: true }
}
