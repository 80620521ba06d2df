import * as spec from 'discord-api-spec/zod'
import type { ZodType } from 'zod'

type Json = Record<string, unknown>

const schemas = {
  'a message': spec.MessageCreateRequestSchema,
  'an edit': spec.MessageEditRequestPartialSchema,
  'an edit of a reply': spec.IncomingWebhookUpdateRequestPartialSchema,
  'a reply': spec.CreateMessageInteractionCallbackRequestSchema,
  'a form': spec.ModalInteractionCallbackRequestSchema,
  'a list of choices': spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  'a ping’s answer': spec.PongInteractionCallbackRequestSchema,
  'a command': spec.ApplicationCommandCreateRequestSchema,
  'a thread': spec.CreateTextThreadWithMessageRequestSchema,
  'the app’s page': spec.ApplicationFormPartialSchema,
  'a direct channel': spec.CreatePrivateChannelRequestSchema,
} as const satisfies Record<string, ZodType>

export type Sent = keyof typeof schemas

/**
 * Returns every reason for which Discord would refuse this, by its schemas and by rules that are only in its
 * documentation.
 */
export function violations(what: Sent, sent: unknown): string[] {
  const found: string[] = []
  const note = (problem: string): unknown => found.push(`${what}: ${problem}`)
  const parsed = asParsed(sent)
  const read = schemas[what].safeParse(parsed)
  if (!read.success) {
    for (const { path, message } of read.error.issues) note(`${path.join('.')} ${message}`)
    return found
  }
  for (const path of unknownFields(parsed, read.data)) note(`unknown field ${path}`)
  const { type, data } = sent as { type?: number; data?: Json }
  // Type 5 only announces a later reply.
  if (what === 'a reply' && type === 4 && data) checkMessage(note, data)
  if (what === 'a message' || what.startsWith('an edit')) checkMessage(note, sent as Json)
  if (what === 'a form' && data) checkForm(note, data)
  if (what === 'a command') checkCommand(note, sent as Json)
  return found
}

/**
 * Discord's documentation and libraries use text for permissions and an app's description. Its schemas use the parsed
 * form, which is a number and a text for each language.
 */
function asParsed(sent: unknown): unknown {
  const { default_member_permissions: members, description, integration_types_config: installs } = sent as Json
  if (installs === undefined) {
    return typeof members === 'string' ? { ...(sent as Json), default_member_permissions: Number(members) } : sent
  }
  const kinds = Object.entries(installs as Record<string, { oauth2_install_params: Json }>).map(([kind, how]) => {
    const permissions = Number(how.oauth2_install_params.permissions)
    return [kind, { ...how, oauth2_install_params: { ...how.oauth2_install_params, permissions } }]
  })
  const told = typeof description === 'string' ? { description: { default: description } } : {}
  return { ...(sent as Json), ...told, integration_types_config: Object.fromEntries(kinds) }
}

type Note = (problem: string) => void

const laidOut = 1 << 15

function checkMessage(note: Note, message: Json): void {
  const { content, embeds, components, nonce } = message as {
    content?: string | null
    embeds?: { description?: string }[] | null
    components?: Json[]
    nonce?: string
  }
  const isLaidOut = (Number(message.flags) & laidOut) !== 0
  if (isLaidOut && (content || embeds?.length)) note('content or embeds beside components that lay it out')
  if (!isLaidOut && !content && !embeds?.length && !(message.attachments as unknown[])?.length) note('an empty message')
  if (content && content.length > 2000) note(`content of ${content.length} characters`)
  const embedded = (embeds ?? []).reduce((sum, { description = '' }) => sum + description.length, 0)
  if (embedded > 6000) note(`${embedded} characters in embeds`)
  if (nonce !== undefined && nonce.length > 25) note(`a nonce of ${nonce.length} characters`)
  const all = flat(components ?? [])
  const ids = all.map(({ custom_id }) => custom_id).filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) note('a custom_id twice')
  if (!isLaidOut && (components ?? []).length > 5) note(`${(components ?? []).length} rows`)
  if (isLaidOut && all.length > 40) note(`${all.length} components`)
  const texts = all.reduce((sum, { content: text }) => sum + (typeof text === 'string' ? text.length : 0), 0)
  if (texts > 4000) note(`${texts} characters in components`)
  for (const button of all.filter(({ type }) => type === 2)) {
    if ((button.url === undefined) === (button.custom_id === undefined))
      note('a button with neither or both of two ways')
    if ((button.style === 5) !== (button.url !== undefined)) note('a button whose look does not fit')
    if (!button.label) note('a button without label')
  }
  const mentions = message.allowed_mentions as { parse?: unknown[] } | undefined
  if (mentions?.parse?.length !== 0) note('anybody might be mentioned')
}

function checkForm(note: Note, { components }: Json): void {
  const parts = components as Json[]
  if (parts.length > 5) note(`${parts.length} parts`)
  const ids = flat(parts)
    .map(({ custom_id }) => custom_id)
    .filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) note('a custom_id twice')
  for (const { value, max_length } of flat(parts)) {
    if (typeof value === 'string' && value.length > Number(max_length ?? 4000)) note('a value longer than its field')
  }
}

type CommandOption = {
  name: string
  description?: string
  required?: boolean
  choices?: { name: string; value: string }[]
  autocomplete?: boolean
  options?: CommandOption[]
}

function checkCommand(note: Note, command: Json): void {
  const top = command as CommandOption
  const size = (option: CommandOption): number =>
    option.name.length +
    (option.description ?? '').length +
    (option.choices ?? []).reduce((sum, { value }) => sum + value.length, 0) +
    (option.options ?? []).reduce((sum, inner) => sum + size(inner), 0)
  if (size(top) > 8000) note(`${size(top)} characters in all`)
  const visit = (option: CommandOption): void => {
    const name = command.type === 3 ? /^[-_ \p{L}\p{N}]{1,32}$/u : /^[-_\p{Ll}\p{N}]{1,32}$/u
    if (!name.test(option.name)) note(`a name like ${option.name}`)
    if ((option.options ?? []).length > 25) note(`more than 25 in ${option.name}`)
    if (option.choices?.length && option.autocomplete) note(`${option.name} has choices and completes`)
    const required = (option.options ?? []).map((inner) => inner.required === true)
    if (required.indexOf(false) >= 0 && required.lastIndexOf(true) > required.indexOf(false)) {
      note(`something required behind something optional in ${option.name}`)
    }
    for (const inner of option.options ?? []) visit(inner)
  }
  visit(top)
}

function flat(components: readonly Json[]): Json[] {
  return components.flatMap((one) => [
    one,
    ...flat((one.components as Json[] | undefined) ?? []),
    ...(one.component ? flat([one.component as Json]) : []),
  ])
}

/** Fields that the schema dropped because it doesn't define them. */
function unknownFields(sent: unknown, known: unknown, path = ''): string[] {
  if (typeof sent !== 'object' || sent === null) return []
  const kept = (typeof known === 'object' && known !== null ? known : {}) as Json
  return Object.entries(sent).flatMap(([name, value]) => {
    const here = `${path}.${name}`
    if (value === undefined) return []
    return name in kept ? unknownFields(value, kept[name], here) : [here]
  })
}
