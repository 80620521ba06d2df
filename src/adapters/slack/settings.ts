import { z } from 'zod'
import {
  type Environment,
  type Problem,
  problemWith,
  type ReadSettings,
  readVariables,
  unset,
  webAddress,
} from '../chats/read-variables.ts'

export type SlackSettings = Readonly<{
  signingSecret: string
  botToken: string | undefined
  oauth: Readonly<{ clientId: string; clientSecret: string }> | undefined
  appToken: string | undefined
  apiUrl: string | undefined
}>

const page = 'https://api.slack.com/apps, Basic Information'

const schema = z.object({
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^[0-9a-f]{32}$/i, `must be 32 hexadecimal characters (${page})`)
    .optional(),
  SLACK_BOT_TOKEN: z
    .string()
    .regex(/^xoxb-/, 'must begin with xoxb- (your Slack app, OAuth & Permissions)')
    .optional(),
  SLACK_CLIENT_ID: z.string().optional(),
  SLACK_CLIENT_SECRET: z.string().optional(),
  SLACK_APP_TOKEN: z
    .string()
    .regex(/^xapp-/, `must begin with xapp- (${page}, App-Level Tokens)`)
    .optional(),
  SLACK_API_URL: webAddress.refine((url) => url.endsWith('/'), 'must end with a slash').optional(),
})

export const variables: readonly string[] = Object.keys(schema.shape)

export function readConfig(environment: Environment): ReadSettings<SlackSettings> {
  const { read, problems } = readVariables(schema, environment, unset('SLACK_API_URL'))
  const all = [...problems, ...halfSet(environment)]
  if (read?.SLACK_SIGNING_SECRET === undefined || all.length > 0) return { problems: all }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = read
  const settings = {
    signingSecret: read.SLACK_SIGNING_SECRET,
    botToken: read.SLACK_BOT_TOKEN,
    oauth: clientId !== undefined && clientSecret !== undefined ? { clientId, clientSecret } : undefined,
    appToken: read.SLACK_APP_TOKEN,
    apiUrl: read.SLACK_API_URL,
  }
  return { settings, problems: [] }
}

function halfSet(set: Environment): Problem[] {
  const problems: Problem[] = []
  const missing = (variable: string, what: string, remedy?: string): void => {
    if (set[variable] === undefined) problems.push(problemWith(variable, `is missing${what}`, remedy))
  }
  const { SLACK_BOT_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_APP_TOKEN } = set
  if (SLACK_BOT_TOKEN ?? SLACK_CLIENT_ID ?? SLACK_CLIENT_SECRET ?? SLACK_APP_TOKEN) {
    missing('SLACK_SIGNING_SECRET', `, although other Slack settings are set (${page}, Signing Secret)`)
  }
  if (set.SLACK_SIGNING_SECRET !== undefined && SLACK_CLIENT_ID === undefined) {
    missing(
      'SLACK_BOT_TOKEN',
      ' (your Slack app, OAuth & Permissions), or SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many workspaces',
    )
  }
  if (
    SLACK_CLIENT_ID !== undefined &&
    SLACK_BOT_TOKEN === undefined &&
    set.HEROKU_APP_DEFAULT_DOMAIN_NAME === undefined
  ) {
    missing(
      'PUBLIC_URL',
      '; Slack sends people back to it after they install the app',
      'heroku labs:enable runtime-dyno-metadata',
    )
  }
  if (SLACK_CLIENT_SECRET !== undefined) missing('SLACK_CLIENT_ID', ` (${page})`)
  if (SLACK_CLIENT_ID !== undefined) missing('SLACK_CLIENT_SECRET', ` (${page})`)
  return problems
}
