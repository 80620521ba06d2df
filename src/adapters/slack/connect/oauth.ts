import type { ServerResponse } from 'node:http'
import { HTTPReceiver, type Installation, webApi } from '@slack/bolt'
import type { Log } from '../../chats/log.ts'
import type { ClientOptions } from '../send/web-api.ts'
import { boltLogger } from './bolt-logger.ts'
import type { InstallationBook } from './installations.ts'
import { botScopes, type OptionalScope, optionalScopes } from './manifest.ts'
import { paths } from './paths.ts'

/** What a workspace, or a whole organization, granted. */
export type Granted = Installation<'v1' | 'v2', boolean>

/** The page where a browser ends up: with what to do next, or with a retry. `missing` are scopes that were left out. */
export type InstallPage = (
  end: { kind: 'installed'; open: string; missing: readonly OptionalScope[] } | { kind: 'failed'; again: string },
) => string

export type OAuthSettings = { clientId: string; clientSecret: string }

/**
 * Bolt's own OAuth, in a separate receiver: combined with the one for events, Bolt would read a token from the database
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
  installPage: InstallPage
  /** Called for each workspace that installed the app. */
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
        failure: (error, _options, _request, response) => answerFailure(error, response, options.installPage),
        success: (installation, _options, _request, response) => {
          options.installed(installation)
          answerSuccess(installation, response, options.installPage)
        },
      },
    },
  })
}

/**
 * Bolt's own page returns 500 if a person changed their mind or a link is old. Only an outage of Slack isn't the
 * person's doing.
 */
function answerFailure(error: Error, response: ServerResponse, pages: InstallPage): void {
  const away = error instanceof webApi.WebAPIRequestError || error instanceof webApi.WebAPIHTTPError
  const refused = error instanceof webApi.WebAPIPlatformError || isOfVisitor(error)
  send(response, away ? 502 : refused ? 400 : 500, pages({ kind: 'failed', again: paths.install }))
}

/** What to do next, and what was left out. */
function answerSuccess({ team, appId, bot }: Granted, response: ServerResponse, pages: InstallPage): void {
  const open = `https://slack.com/app_redirect?${new URLSearchParams({ app: appId ?? '', team: team?.id ?? '' })}`
  const missing = optionalScopes.filter((scope) => bot && !bot.scopes.includes(scope))
  send(response, 200, pages({ kind: 'installed', open, missing }))
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

function isOfVisitor(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && visitorCodes.includes(error.code)
}
