import { describe, expect, it } from 'vitest'
import { startDiscordApp } from '../../kit/discord/discord-app.ts'
import { tooFast } from '../../kit/discord/discord-server.ts'

const id = (at: number): string => String(600_000_000_000_000_000n + BigInt(at))
const place = (at: number): string => `discord:${id(at)}`
const listing = /^GET \/users\/@me\/guilds$/
const asking = /^GET \/guilds\/\d+$/

describe('whether the app is still in a server', () => {
  it('is read from the list of all servers, page by page, and checked again only for missing ones', async () => {
    await using app = await startDiscordApp()
    app.server.world.guilds = Array.from({ length: 450 }, (_, at) => id(at))
    const presence = await app.discord.chat.presenceIn([place(0), place(449), place(1000)])
    expect(Object.fromEntries(presence)).toEqual({ [place(0)]: true, [place(449)]: true, [place(1000)]: false })
    expect(app.server.callsOf(listing)).toHaveLength(3)
    expect(app.server.callsOf(asking)).toHaveLength(1)
  })

  it('is certain even if only the list leaves out a server', async () => {
    await using app = await startDiscordApp()
    app.server.world.guilds = [id(1)]
    app.server.next(listing, { status: 200, body: [] })
    expect([...(await app.discord.chat.presenceIn([place(1)]))]).toEqual([[place(1), true]])
  })

  it.each([
    [404, 10_004],
    [403, 50_001],
  ])('is false if Discord returns %i and %i', async (status, code) => {
    await using app = await startDiscordApp()
    app.server.world.guilds = []
    app.server.next(asking, { status, body: { code, message: 'No' } })
    expect([...(await app.discord.chat.presenceIn([place(1)]))]).toEqual([[place(1), false]])
  })

  it('is checked for at most a hundred servers at once, and left unknown for the others', async () => {
    await using app = await startDiscordApp()
    app.server.world.guilds = []
    const presence = await app.discord.chat.presenceIn(Array.from({ length: 130 }, (_, at) => place(at)))
    expect(presence.size).toBe(100)
    expect(app.server.callsOf(asking)).toHaveLength(100)
  })

  it('is checked after a short rate limit', async () => {
    await using app = await startDiscordApp()
    app.server.world.guilds = [id(1)]
    app.server.next(listing, tooFast(0.2))
    expect([...(await app.discord.chat.presenceIn([place(1)]))]).toEqual([[place(1), true]])
  })

  it.each([
    ['a long limit', listing, tooFast(60), 'rate-limited'],
    ['a server error', listing, { status: 500 }, 'unavailable'],
    ['a server error about one server', asking, { status: 503 }, 'unavailable'],
    ['a cut connection', listing, { cut: 'before' as const }, 'unavailable'],
    ['a token that is no good', listing, { status: 401, body: { code: 0, message: '401: Unauthorized' } }, 'gone'],
    ['another answer', listing, { status: 200, body: { guilds: [] } }, 'unavailable'],
  ])('is unknown after %s', async (_, route, mood, code) => {
    await using app = await startDiscordApp()
    app.server.world.guilds = []
    app.server.next(route, mood)
    await expect(app.discord.chat.presenceIn([place(1)])).rejects.toMatchObject({ code })
  })

  it('is not checked if there are no servers', async () => {
    await using app = await startDiscordApp()
    await app.discord.chat.presenceIn([])
    expect(app.server.calls).toEqual([])
  })
})
