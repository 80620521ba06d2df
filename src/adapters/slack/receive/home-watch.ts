import type { ChatEvent, HandleEvent } from '../../../ports/chat-event.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Log } from '../../chats/log.ts'
import { renderHome } from '../render/home.ts'

type HomeEvent = Extract<ChatEvent, { kind: 'home' }>
type View = ReturnType<typeof renderHome>

export type HomeWatch = {
  /** Records the current content of a person's tab, and starts refreshing the tab if the person has just opened it. */
  shown(event: ChatEvent, view: unknown): void
  stop(): void
}

/** Slack sends no event when people leave the tab, so refreshing stops after this time. */
const watchedMs = 10 * 60_000
const everyMs = 60_000
const mostWatched = 200

/**
 * Refreshes the open Home tabs once a minute, and sends only those that have changed, such as after a grade, a reveal
 * or a schedule change. Each process refreshes the tabs that were opened through it. After a restart, a tab is
 * refreshed again once the person reopens it.
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
      // The person already sees a newer view if they have pressed a button in the meantime.
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
