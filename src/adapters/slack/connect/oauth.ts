import type { ServerResponse } from 'node:http'
import { HTTPReceiver, type Installation, webApi } from '@slack/bolt'
import type { ChatNeeds } from '../../chats/chat-module.ts'
import type { Log } from '../../chats/log.ts'
import type { ClientOptions } from '../send/web-api.ts'
import { boltLogger } from './bolt-logger.ts'
import { installPage } from './install-page.ts'
import type { InstallationBook } from './installations.ts'
import { botScopes, optionalScopes } from './manifest.ts'
import { paths } from './paths.ts'

export type Granted = Installation<'v1' | 'v2', boolean>

type SitePage = ChatNeeds['sitePage']

export type OAuthSettings = { clientId: string; clientSecret: string }

/**
 * Runs Bolt's OAuth in a separate receiver. In the receiver for events, Bolt would read a token from the database
 * before every acknowledgement.
 */
export function createOAuth(options: {
  signingSecret: string
  publicUrl: string
  settings: OAuthSettings
  stateSecret: string
  book: InstallationBook
  clientOptions: ClientOptions
  sitePage: SitePage
  installed(installation: Granted): void
  log: Log
}): HTTPReceiver {
  return new HTTPReceiver({
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
      callbackOptions: {
        failure: (error, _options, _request, response) => answerFailure(error, response, options.sitePage),
        success: (installation, _options, _request, response) => {
          options.installed(installation)
          answerSuccess(installation, response, options.sitePage)
        },
      },
    },
  })
}

/**
 * Bolt's own page returns 500 even if a person canceled or a link has expired. Here only an outage of Slack is a server
 * error.
 */
function answerFailure(error: Error, response: ServerResponse, sitePage: SitePage): void {
  const away = error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError
  const refused = error instanceof webApi.WebAPIPlatformError || isVisitorError(error)
  send(response, away ? 502 : refused ? 400 : 500, installPage({ kind: 'failed', again: paths.install }, sitePage))
}

function answerSuccess({ team, appId, bot }: Granted, response: ServerResponse, sitePage: SitePage): void {
  const open = `https://slack.com/app_redirect?${new URLSearchParams({ app: appId ?? '', team: team?.id ?? '' })}`
  const missing = optionalScopes.filter((scope) => bot && !bot.scopes.includes(scope))
  send(response, 200, installPage({ kind: 'installed', open, missing }, sitePage))
}

function send(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(page)
}

const visitorCodes = [
  'slack_oauth_installer_authorization_error',
  'slack_oauth_invalid_state',
  'slack_oauth_missing_code',
  'slack_oauth_missing_state',
]

function isVisitorError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && visitorCodes.includes(error.code)
}
