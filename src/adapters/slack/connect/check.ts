import { webApi } from '@slack/bolt'
import { scopesMissing } from '../../../messages/slack.ts'
import type { Log } from '../../chats/log.ts'
import { toChatError } from '../send/errors.ts'
import { clientOptions } from '../send/web-api.ts'
import { optionalScopes, requiredScopes } from './manifest.ts'

/** What Slack says of a bot token: whose it is, what it may not do although the app needs it, and what it could do more. */
export type TokenCheck = { team: string; missingScopes: readonly string[]; notes: readonly string[] }

/** Asks Slack about a token, for `doctor`. Throws a `ChatError`: `gone` where the token is good for nothing. */
export async function checkToken(options: { botToken: string; apiUrl?: string; log: Log }): Promise<TokenCheck> {
  try {
    const client = new webApi.WebClient(options.botToken, clientOptions(options))
    const { team, response_metadata } = await client.auth.test()
    const granted = response_metadata?.scopes ?? []
    const isMissing = (scope: string): boolean => !granted.includes(scope)
    const notes = scopesMissing(optionalScopes.filter(isMissing)).map(({ scope, adds }) => `without ${scope}: ${adds}`)
    return { team: team ?? '', missingScopes: requiredScopes.filter(isMissing), notes }
  } catch (error) {
    throw toChatError('auth.test', error, true)
  }
}
