import { webApi } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'
import { toChatError } from '../send/errors.ts'
import { clientOptions } from '../send/web-api.ts'
import { botScopes } from './manifest.ts'

/** What Slack says of a bot token: whose it is, and what it may not do although the app needs it. */
export type TokenCheck = { team: string; missingScopes: readonly string[] }

/** Asks Slack about a token, for `doctor`. Throws a `ChatError`: `gone` where the token is good for nothing. */
export async function checkToken(options: { botToken: string; apiUrl?: string; log: Log }): Promise<TokenCheck> {
  try {
    const client = new webApi.WebClient(options.botToken, clientOptions(options))
    const { team, response_metadata } = await client.auth.test()
    const granted = response_metadata?.scopes ?? []
    return { team: team ?? '', missingScopes: botScopes.filter((scope) => !granted.includes(scope)) }
  } catch (error) {
    throw toChatError('auth.test', error, true)
  }
}
