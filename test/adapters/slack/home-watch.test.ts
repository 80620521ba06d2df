import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '../../../src/ports/chat-event.ts'
import { startSlackApp } from '../../kit/slack/slack-app.ts'
import { eventCallback } from '../../kit/slack/slack-payloads.ts'
import { slackSends } from '../../kit/slack/slack-request.ts'

const minute = 60_000
const opened = (user: string) => ({ type: 'app_home_opened', user, tab: 'home', channel: `D${user}` })

describe('an open Home tab', () => {
  let points = 0
  let known = true
  let now = Date.now()
  const reply = async ({ kind }: { kind: string }): Promise<Reply> => {
    if (kind !== 'home' || !known) return { kind: 'nothing' }
    return { kind: 'home', message: { summary: 'Home', blocks: [{ kind: 'text', text: [`${points} points`] }] } }
  }

  beforeEach(() => {
    ;[points, known, now] = [0, true, Date.now()]
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(() => vi.useRealTimers())

  async function visited() {
    const app = await startSlackApp({ reply, clock: { now: () => new Date(now) } })
    await app.send(slackSends.event(eventCallback(opened('U1'))))
    await app.server.until('views.publish')
    const shown = () => app.server.callsOf('views.publish').length
    return {
      app,
      shown,
      /** Moves the clock by this many minutes; returns how often the tab was rendered. */
      async later(minutes: number): Promise<number> {
        const before = app.heard.length
        for (let each = 0; each < minutes; each++) {
          now += minute
          vi.advanceTimersByTime(minute)
          // Rendering is done after a turn. The test waits for requests to Slack only where it expects them.
          await nextTurn()
        }
        return app.heard.length - before
      },
      [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
    }
  }

  it('is sent again only after a change', async () => {
    await using visit = await visited()
    await visit.later(2)
    expect(visit.shown()).toBe(1)
    points = 10
    await visit.later(1)
    await visit.app.server.until('views.publish', 2)
    await visit.later(2)
    expect(visit.shown()).toBe(2)
    expect(JSON.stringify(visit.app.server.world.homes.get('U1'))).toContain('10 points')
  })

  it('is no longer updated ten minutes after it was opened', async () => {
    await using visit = await visited()
    expect(await visit.later(12)).toBe(9)
  })

  it('is not updated if the person was forgotten in the meantime, and no new player is stored', async () => {
    await using visit = await visited()
    known = false
    expect(await visit.later(3)).toBe(1)
    expect(visit.app.heard.at(-1)).toMatchObject({ kind: 'home', isRefresh: true })
    expect(visit.app.heard.at(-1)).not.toHaveProperty('delivery')
  })

  it('causes no error if it can’t be sent', async () => {
    await using visit = await visited()
    points = 10
    visit.app.server.next('views.publish', { error: 'not_enabled' })
    expect(await visit.later(3)).toBe(1)
  })
})
