import { describe, expect, it } from 'vitest'
import type { Installations } from '../../../src/ports/installations.ts'
import type { Message } from '../../../src/ports/message.ts'
import { type SlackApp, startSlackApp } from '../../kit/slack/slack-app.ts'
import { allowsInstall, installationTable } from '../../kit/slack/slack-install.ts'

const hour = 60 * 60_000
const hello: Message = { summary: 'Hello', blocks: [] }

describe('a token that is valid for twelve hours', () => {
  it('is used until two hours before it expires, and then replaced, again and again', async () => {
    await using day = await installed()
    const used = []
    for (const hours of [0, 9.9, 10.1, 19, 21, 31.5]) used.push(await day.tokenAfter(hours))
    expect(used).toEqual(['xoxb-granted', 'xoxb-granted', 'second', 'second', 'third', 'fourth'].map(day.named))
    expect(day.app.server.callsOf('oauth.v2.access')).toHaveLength(4)
  })

  it('is renewed by one process, even if many need it at the same time', async () => {
    await using day = await installed()
    await using other = await startProcess(day.table, day.clock, day.app.server.apiUrl)
    const all = Array.from({ length: 20 }, (_, at) =>
      (at % 2 === 0 ? day.app : other).slack.chat.post('slack:T1:C1', hello, `round-${at}`),
    )
    day.clock.ms += 11 * hour
    await Promise.all(all)
    expect(day.app.server.callsOf('oauth.v2.access')).toHaveLength(2)
    expect(await day.tokenAfter(11.1)).toBe(day.named('second'))
  })

  it('keeps working while Slack is down, and is renewed when Slack is back', async () => {
    await using day = await installed()
    day.app.server.next('oauth.v2.access', { status: 503 })
    expect(await day.tokenAfter(10.5)).toBe('xoxb-granted')
    expect(await day.tokenAfter(10.51)).toBe('xoxb-granted')
    expect(await day.tokenAfter(11)).toBe(day.named('second'))
  })

  it('is renewed before the next call if it has expired', async () => {
    await using day = await installed()
    expect(await day.tokenAfter(100)).toBe(day.named('second'))
  })

  it('counts as removed if Slack no longer renews it', async () => {
    await using day = await installed()
    day.app.server.world.refreshTokens.clear()
    expect(await day.tokenAfter(11)).toBe('xoxb-granted')
    await expect(day.tokenAfter(13)).rejects.toMatchObject({ code: 'gone' })
  })

  it('is stored even if the database was down for a moment, or the row was encrypted again in the meantime', async () => {
    await using day = await installed()
    const { reseal } = day.table
    let times = 0
    day.table.reseal = async (...args) => {
      times += 1
      if (times === 2) throw new Error('away')
      return times === 3 ? false : reseal(...args)
    }
    expect(await day.tokenAfter(11)).toBe(day.named('second'))
    expect(await day.tokenAfter(12)).toBe(day.named('second'))
  })

  it('doesn’t bring back a workspace that removed the app in the meantime', async () => {
    await using day = await installed()
    const { reseal } = day.table
    day.table.reseal = async (owner, ...texts) => {
      const noted = await reseal(owner, ...texts)
      await day.table.remove(owner)
      return noted
    }
    await day.tokenAfter(11)
    expect(await day.table.find('slack:T1')).toBeUndefined()
  })
})

type TestClock = { ms: number; now(): Date }

/** A workspace that installed the app with rotation on, and functions to use its token as time passes. */
async function installed() {
  const table = installationTable(new Map())
  const start = Date.parse('2026-11-30T08:00:00Z')
  const clock: TestClock = { ms: start, now: () => new Date(clock.ms) }
  const app = await startProcess(table, clock)
  const { world } = app.server
  const expiresAt = 12 * 60 * 60
  world.granted = { refresh_token: 'xoxe-first', expires_in: expiresAt + (start - Date.now()) / 1000 }
  world.refreshTokens.add('xoxe-first')
  await allowsInstall(app.url)
  const renewals: string[] = []
  return {
    app,
    table,
    clock,
    async tokenAfter(hours: number): Promise<string | undefined> {
      clock.ms = start + hours * hour
      await app.slack.chat.post('slack:T1:C1', hello, `at-${hours}`)
      const token = app.server.calls.at(-1)?.token
      if (token !== undefined && token !== 'xoxb-granted' && !renewals.includes(token)) renewals.push(token)
      return token
    },
    named: (which: string): string | undefined => {
      const at = ['second', 'third', 'fourth'].indexOf(which)
      return at < 0 ? which : renewals[at]
    },
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  }
}

function startProcess(installations: Installations, clock: TestClock, apiUrl?: string): Promise<SlackApp> {
  return startSlackApp({
    oauth: { clientId: '1.2', clientSecret: 'shh' },
    publicUrl: 'https://quiz.example.com',
    installations,
    clock,
    secrets: ['a secret of the tests, long enough'],
    ...(apiUrl === undefined ? {} : { apiUrl }),
  })
}
