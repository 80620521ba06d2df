import { InteractionType } from 'discord.js'
import { z } from 'zod'
import { id, some } from '../../chats/payload-parts.ts'

/**
 * The parts of Discord's interactions that we read. Unknown fields are allowed, because Discord adds fields at any
 * time.
 */
const person = z.object({ id, username: some, global_name: some })
const permissions = z
  .string()
  .regex(/^\d{1,40}$/)
  .nullish()
const member = z.object({
  user: person,
  nick: some,
  permissions,
  roles: z.array(id).nullish(),
})

const interaction = z.object({
  id,
  token: z.string().min(1),
  guild_id: id.nullish(),
  channel_id: id.nullish(),
  channel: z.object({ id, name: some }).nullish(),
  member: member.nullish(),
  user: person.nullish(),
  /** The installations that allowed the interaction, as a server's id or a person's id by kind of installation. */
  authorizing_integration_owners: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
  context: z.number().nullish(),
})

const value = z.union([z.string(), z.number(), z.boolean()]).nullish()
const leaf = z.object({ name: z.string(), type: z.number(), value, focused: z.boolean().nullish() })
const branch = leaf.extend({ options: z.array(leaf).nullish() })
const messages = z.object({ messages: z.record(id, z.looseObject({ content: some })).nullish() }).nullish()
const command = z.object({
  name: z.string(),
  target_id: some,
  resolved: messages,
  type: z.number().nullish(),
  // Discord nests groups, subcommands and options, and nothing deeper.
  options: z.array(leaf.extend({ options: z.array(branch).nullish() })).nullish(),
})

const field = z.object({
  type: z.number(),
  custom_id: some,
  value: z.union([z.string(), z.null()]).optional(),
  values: z.array(z.string()).nullish(),
})
const attachment = z.object({ id, filename: z.string(), size: z.number(), url: z.string() })
/** The selected channels, with our permissions there, and the attached files. */
const resolved = z
  .object({
    channels: z.record(id, z.object({ id, name: some, app_permissions: permissions })).nullish(),
    attachments: z.record(id, attachment).nullish(),
  })
  .nullish()
const row = z.object({ type: z.number(), component: field.nullish(), components: z.array(field).nullish() })

const schemas = {
  command: interaction.extend({ data: command }),
  press: interaction.extend({ data: z.object({ custom_id: z.string().min(1), component_type: z.number() }) }),
  submit: interaction.extend({ data: z.object({ custom_id: z.string().min(1), components: z.array(row), resolved }) }),
}

export type InteractionPayload = z.infer<typeof interaction>
export type CommandPayload = z.infer<typeof schemas.command>
export type PressPayload = z.infer<typeof schemas.press>
export type AttachmentPayload = z.infer<typeof attachment>
export type SubmitPayload = z.infer<typeof schemas.submit>

export type Payload =
  | { kind: 'ping' }
  | { kind: 'command'; payload: CommandPayload }
  | { kind: 'complete'; payload: CommandPayload }
  | { kind: 'press'; payload: PressPayload }
  | { kind: 'submit'; payload: SubmitPayload }

const typed = z.looseObject({ type: z.number() })

/** Parses the body of an interaction. Returns undefined if the kind is unknown or a field is wrong. */
export function readPayload(body: unknown): Payload | undefined {
  switch (typed.safeParse(body).data?.type) {
    case InteractionType.Ping:
      return { kind: 'ping' }
    case InteractionType.ApplicationCommand:
      return read('command', schemas.command, body)
    case InteractionType.ApplicationCommandAutocomplete:
      return read('complete', schemas.command, body)
    case InteractionType.MessageComponent:
      return read('press', schemas.press, body)
    case InteractionType.ModalSubmit:
      return read('submit', schemas.submit, body)
    default:
      return undefined
  }
}

function read<K extends string, T extends InteractionPayload>(
  kind: K,
  schema: z.ZodType<T>,
  body: unknown,
): { kind: K; payload: T } | undefined {
  const { data } = schema.safeParse(body)
  if (data === undefined || !(data.member ?? data.user)) return undefined
  // Every event in a server comes from a member.
  return data.guild_id && !data.member ? undefined : { kind, payload: data }
}
