import { z } from 'zod'
import { id, some } from '../../chats/payload-parts.ts'

/**
 * The parts of Slack's payloads that we read. Unknown fields are allowed, because Slack adds fields at any time.
 * Missing fields are allowed where Slack omits them, such as the name of a bot or the team of an organization-wide
 * install.
 */
const command = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: id,
  team_domain: some,
  channel_id: id,
  channel_name: some,
  user_id: id,
  user_name: some,
  trigger_id: some,
  response_url: some,
})

const team = z.object({ id, domain: some, name: some })
const user = z.object({ id, name: some, username: some, team_id: id.nullish() })
const channel = z.object({ id, name: some })

const view = z.object({
  id,
  hash: some,
  type: some,
  callback_id: some,
  private_metadata: some,
  app_installed_team_id: id.nullish(),
  title: z.object({ text: z.string() }).nullish(),
})

const interaction = z.object({
  team: team.nullish(),
  enterprise: z.object({ id }).nullish(),
  user,
  trigger_id: some,
  response_url: some,
})

const press = interaction.extend({
  type: z.literal('block_actions'),
  actions: z.array(z.object({ action_id: z.string(), value: some, action_ts: some })).min(1),
  channel: channel.nullish(),
  message: z.object({ ts: some, thread_ts: some }).nullish(),
  view: view.nullish(),
})

const file = z.object({
  id,
  name: some,
  size: z.number().nullish(),
  url_private_download: some,
})

/** A field's value. Each kind of input has a different key for it. */
const filled = z.object({
  value: some,
  selected_option: z.object({ value: some }).nullish(),
  selected_time: some,
  selected_conversation: id.nullish(),
  files: z.array(file).nullish(),
})

const submit = interaction.extend({
  type: z.literal('view_submission'),
  view: view.extend({
    state: z.object({ values: z.record(z.string(), z.record(z.string(), filled)) }).nullish(),
  }),
})

/** Bolt checks these with the `in` operator, which throws on values that aren't objects. */
const apiEvent = z.looseObject({
  type: z.string(),
  channel: z.union([z.string(), z.looseObject({})]).optional(),
  item: z.looseObject({}).optional(),
  subteam: z.looseObject({}).optional(),
  user: z.union([z.string(), z.looseObject({})]).optional(),
})

const event = z.object({
  type: some,
  event: apiEvent,
  event_id: some,
  event_time: z.number().nullish(),
  team_id: id.nullish(),
  enterprise_id: id.nullish(),
  authorizations: z
    .array(
      z.object({
        team_id: id.nullish(),
        enterprise_id: id.nullish(),
        user_id: some,
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
})

/** A message shortcut. */
const shortcut = interaction.extend({
  type: z.literal('message_action'),
  callback_id: z.string(),
  channel: channel.nullish(),
  message: z.looseObject({ text: some }),
})

export type ShortcutPayload = z.infer<typeof shortcut>
export type CommandPayload = z.infer<typeof command>
export type PressPayload = z.infer<typeof press>
export type SubmitPayload = z.infer<typeof submit>
export type FilePayload = z.infer<typeof file>
export type EventPayload = z.infer<typeof event>

export type Payload =
  | { kind: 'command'; payload: CommandPayload }
  | { kind: 'press'; payload: PressPayload }
  | { kind: 'submit'; payload: SubmitPayload }
  | { kind: 'shortcut'; payload: ShortcutPayload }
  | { kind: 'event'; payload: EventPayload }
  /** Slack checks whether this address is ours, or whether its certificate is valid. */
  | { kind: 'check'; challenge?: string }
  /** A well-formed payload that we don't use. */
  | { kind: 'other'; what: string }

const typed = z.looseObject({ type: z.string() })

export function readPayload(body: unknown): Payload | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined
  if ('event' in body) return read('event', event, body)
  if ('command' in body) return read('command', command, body)
  if ('ssl_check' in body) return { kind: 'check' }
  const { data } = typed.safeParse(body)
  switch (data?.type) {
    case undefined:
      return undefined
    case 'url_verification':
      return typeof data?.challenge === 'string' ? { kind: 'check', challenge: data.challenge } : undefined
    case 'block_actions':
      return read('press', press, body)
    case 'view_submission':
      return read('submit', submit, body)
    case 'message_action':
      return read('shortcut', shortcut, body)
    default:
      return { kind: 'other', what: data?.type ?? '' }
  }
}

function read<K extends string, T>(kind: K, schema: z.ZodType<T>, body: object): { kind: K; payload: T } | undefined {
  const { data } = schema.safeParse(body)
  return data === undefined ? undefined : { kind, payload: data }
}
