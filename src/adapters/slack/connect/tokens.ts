import { setTimeout as wait } from 'node:timers/promises'
import { webApi } from '@slack/bolt'
import { z } from 'zod'
import { ChatError } from '../../../domain/errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { Log } from '../../chats/log.ts'
import { refusedAs } from '../../chats/refusals.ts'
import { toChatError } from '../send/errors.ts'
import type { ClientOptions, TokenOf } from '../send/web-api.ts'
import type { Grant, InstallationBook, Renewable } from './installations.ts'
import type { OAuthSettings } from './oauth.ts'

/** A rotating token is valid for twelve hours. This margin keeps it valid during an outage of Slack. */
const renewBeforeMs = 2 * 60 * 60_000
/** Slack responds faster than this, so a process that takes longer has died. */
const renewingMs = 60_000
const mostSaves = 5

const granted = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() })

type Fresh = { token: string; refreshToken: string; expiresAt: number }

/**
 * Returns the bot token of a workspace, and renews it if it expires soon. A refresh token works only once, so only the
 * process that recorded the renewal in the stored grant may use it. The others use the expiring token.
 */
export function createTokens(deps: {
  book: InstallationBook
  settings: OAuthSettings
  clientOptions: ClientOptions
  clock: Clock
  log: Log
}): TokenOf {
  const { book, settings, clock, log } = deps
  const client = new webApi.WebClient(undefined, deps.clientOptions)

  async function renewed(grant: Grant, refreshToken: string): Promise<string | undefined> {
    const now = clock.now().getTime()
    if ((grant.installation.renewingUntil ?? 0) > now) return undefined
    const noted = await book.replace(grant, { ...grant.installation, renewingUntil: now + renewingMs })
    if (!noted) return undefined
    const fresh = await exchange(client, settings, refreshToken, now)
    await save(book, noted, refreshToken, fresh)
    return fresh.token
  }

  return async (team) => {
    const grant = await current(book, team)
    const { bot } = grant.installation
    if (bot === undefined) throw refusedAs('workspace-gone', `no bot token for ${team}`)
    const { refreshToken } = bot
    const leftMs = bot.expiresAt === undefined ? Infinity : bot.expiresAt * 1000 - clock.now().getTime()
    if (refreshToken === undefined || leftMs > renewBeforeMs) return bot.token
    try {
      const token = await renewed(grant, refreshToken)
      if (token !== undefined) return token
    } catch (error) {
      if (leftMs <= 0) throw error
      log.warn({ err: error, team }, 'a token was not renewed')
    }
    if (leftMs > 0) return bot.token
    throw new ChatError('unavailable', `the token of ${team} is being renewed`)
  }
}

async function exchange(
  client: webApi.WebClient,
  settings: OAuthSettings,
  refreshToken: string,
  now: number,
): Promise<Fresh> {
  try {
    const answer = await client.oauth.v2.access({
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    })
    const { access_token: token, refresh_token: next, expires_in: seconds } = granted.parse(answer)
    return { token, refreshToken: next, expiresAt: Math.floor(now / 1000) + seconds }
  } catch (error) {
    if (error instanceof z.ZodError)
      throw new ChatError('unavailable', 'the response to a token renewal could not be read', { cause: error })
    throw toChatError('oauth.v2.access', error)
  }
}

/**
 * The old refresh token can't be used again, so the new one must be saved even if the row was re-encrypted in the
 * meantime.
 */
async function save(book: InstallationBook, noted: Grant, used: string, fresh: Fresh): Promise<void> {
  let grant = noted
  for (let saves = 1; ; saves++) {
    try {
      if (await book.replace(grant, withToken(grant.installation, fresh))) return
      grant = await book.current(noted.owner.replace('slack:', ''))
      // The app was reinstalled, and that token is newer.
      if (grant.installation.bot?.refreshToken !== used) return
    } catch (error) {
      if (error instanceof ChatError && error.code === 'gone') return
      if (saves === mostSaves) throw error
      await wait(100 * 2 ** saves)
    }
  }
}

async function current(book: InstallationBook, team: string): Promise<Grant> {
  try {
    return await book.current(team)
  } catch (error) {
    if (error instanceof ChatError) throw error
    throw new ChatError('unavailable', 'an installation could not be read', { cause: error })
  }
}

function withToken({ renewingUntil: _, ...installation }: Renewable, fresh: Fresh): Renewable {
  return installation.bot === undefined ? installation : { ...installation, bot: { ...installation.bot, ...fresh } }
}
