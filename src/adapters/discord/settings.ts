import { z } from 'zod'
import {
  type Environment,
  problemWith,
  type ReadSettings,
  readVariables,
  unset,
  webAddress,
} from '../chats/read-variables.ts'

export type DiscordSettings = Readonly<{
  publicKey: string
  applicationId: string
  token: string
  transport: 'http' | 'gateway'
  /** Replaces the base address of the REST API. It has no version. */
  apiUrl?: string | undefined
}>

const page = 'https://discord.com/developers/applications, General Information'

const schema = z.object({
  DISCORD_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, `must be 64 hexadecimal characters (${page})`)
    .optional(),
  DISCORD_APPLICATION_ID: z
    .string()
    .regex(/^\d{15,22}$/, `must be a number of 15 to 22 digits (${page})`)
    .optional(),
  DISCORD_TOKEN: z.string().optional(),
  DISCORD_TRANSPORT: z.enum(['http', 'gateway'], 'must be http or gateway').default('http'),
  DISCORD_API_URL: webAddress.optional(),
})

const required = ['DISCORD_PUBLIC_KEY', 'DISCORD_APPLICATION_ID', 'DISCORD_TOKEN'] as const

export const variables: readonly string[] = Object.keys(schema.shape)

export function readConfig(environment: Environment): ReadSettings<DiscordSettings> {
  const { read, problems } = readVariables(schema, environment, unset('DISCORD_TRANSPORT', 'DISCORD_API_URL'))
  const missing = required.filter((name) => environment[name] === undefined)
  if (missing.length > 0 && missing.length < required.length) {
    const what = `is missing, although other Discord settings are set (${page}; the token under Bot)`
    problems.push(...missing.map((name) => problemWith(name, what)))
  }
  if (!read || problems.length > 0) return { problems }
  const { DISCORD_PUBLIC_KEY: publicKey, DISCORD_APPLICATION_ID: applicationId, DISCORD_TOKEN: token } = read
  if (publicKey === undefined || applicationId === undefined || token === undefined) return { problems }
  return {
    settings: { publicKey, applicationId, token, transport: read.DISCORD_TRANSPORT, apiUrl: read.DISCORD_API_URL },
    problems,
  }
}
