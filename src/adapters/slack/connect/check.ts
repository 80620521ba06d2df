import { webApi } from '@slack/bolt'
import { scopesMissing } from '../../../messages/slack.ts'
import type { Log } from '../../chats/log.ts'
import { toChatError } from '../send/errors.ts'
import { clientOptions } from '../send/web-api.ts'
import { optionalScopes, requiredScopes } from './manifest.ts'

export type TokenCheck = { team: string; missingScopes: readonly string[]; notes: readonly string[] }

/** Checks a token with Slack, for `doctor`. Throws a `ChatError`, with `gone` if the token isn't valid. */
export async function checkToken(options: {
  botToken: string
  apiUrl?: string | undefined
  log: Log
}): Promise<TokenCheck> {
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
