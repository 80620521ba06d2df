import type { ServerResponse } from 'node:http'
import { HTTPReceiver, webApi } from '@slack/bolt'
import { ChatError } from '../../../domain/errors.ts'
import { installWords } from '../../../messages/slack.ts'
import type { Log } from '../../chats/log.ts'
import { refusedAs } from '../../chats/refusals.ts'
import type { ClientOptions, TokenOf } from '../send/web-api.ts'
import { boltLogger } from './bolt-logger.ts'
import type { InstallationBook } from './installations.ts'
import { botScopes } from './manifest.ts'
import { paths } from './paths.ts'

export type OAuthSettings = { clientId: string; clientSecret: string }

/**
 * Bolt's own OAuth, in a receiver of its own: tied to the one for events, Bolt would read a token from the database
 * before every acknowledgement.
 */
export function createOAuth(options: {
  signingSecret: string
  publicUrl: string
  settings: OAuthSettings
  /** Signs the state that a browser carries to Slack and back. */
  stateSecret: string
  book: InstallationBook
  clientOptions: ClientOptions
  log: Log
}): { receiver: HTTPReceiver; tokenOf: TokenOf } {
  const receiver = new HTTPReceiver({
    signingSecret: options.signingSecret,
    ...options.settings,
    stateSecret: options.stateSecret,
    logger: boltLogger(options.log),
    scopes: [...botScopes],
    redirectUri: `${options.publicUrl}${paths.redirect}`,
    installationStore: options.book,
    installerOptions: {
      directInstall: true,
      installPath: paths.install,
      redirectUriPath: paths.redirect,
      clientOptions: options.clientOptions,
      callbackOptions: { failure: (error, _options, _request, response) => answerFailure(error, response) },
    },
  })
  return {
    receiver,
    async tokenOf(team) {
      const authorization = receiver.installer?.authorize({
        teamId: team,
        enterpriseId: undefined,
        isEnterpriseInstall: false,
      })
      const { botToken } = (await authorization?.catch(toChatError)) ?? {}
      if (botToken === undefined) throw refusedAs('workspace-gone', `no bot token for ${team}`)
      return botToken
    },
  }
}

/** Bolt wraps whatever the store threw. */
function toChatError(error: unknown): never {
  const original = error instanceof Error && 'original' in error ? error.original : error
  if (original instanceof ChatError) throw original
  throw new ChatError('unavailable', 'an installation could not be read', { cause: error })
}

/**
 * Bolt's own page answers 500 where a person changed their mind or a link is old. Only Slack being away is a fault
 * that is not theirs.
 */
function answerFailure(error: Error, response: ServerResponse): void {
  const away = error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError
  const refused = error instanceof webApi.WebAPIPlatformError || isOfVisitor(error)
  response.writeHead(away ? 502 : refused ? 400 : 500, { 'content-type': 'text/html; charset=utf-8' })
  const { failed, again, start } = installWords
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>${failed}</title><h1>${failed}</h1><p>${again} <a href="${paths.install}">${start}</a></p></html>`,
  )
}

const visitorCodes = [
  'slack_oauth_installer_authorization_error',
  'slack_oauth_invalid_state',
  'slack_oauth_missing_code',
  'slack_oauth_missing_state',
]

function isOfVisitor(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && visitorCodes.includes(error.code)
}
