/** Interactions as documented by Discord, from Ada in #general of Acme. */

export const guild = '310000000000000001'
export const general = '320000000000000001'
export const lounge = '320000000000000002'
export const ada = '330000000000000001'
export const grace = '330000000000000002'
export const application = '340000000000000001'

export const adminPermissions = String(0x20n | 0x400n | 0x800n)

type Json = Record<string, unknown>
export type Interaction = Json & { id: string; token: string; type: number }

let sent = 0

/** The common fields of an interaction in a server, with a new id each time. */
function interaction(type: number, data: Json, more: Json): Interaction {
  sent += 1
  return {
    id: String(350000000000000000n + BigInt(sent)),
    application_id: application,
    type,
    token: `aW50ZXJhY3Rpb24-${sent}_token.x`,
    version: 1,
    guild_id: guild,
    guild: { id: guild, locale: 'en-US', features: [] },
    channel_id: general,
    channel: { id: general, name: 'general', type: 0 },
    member: {
      user: { id: ada, username: 'ada', global_name: 'Ada Lovelace', discriminator: '0', avatar: null },
      nick: null,
      roles: [],
      permissions: String(0x400n | 0x800n),
      joined_at: '2026-01-01T00:00:00Z',
      deaf: false,
      mute: false,
    },
    app_permissions: '2147535872',
    locale: 'en-GB',
    entitlements: [],
    authorizing_integration_owners: { '0': more.guild_id ?? guild },
    context: 0,
    attachment_size_limit: 10_485_760,
    data,
    ...more,
  }
}

/** The same fields for a direct message with the bot, which has no server and no member. */
export const direct: Json = {
  guild_id: undefined,
  guild: undefined,
  member: undefined,
  user: { id: ada, username: 'ada', global_name: 'Ada Lovelace' },
  channel: { id: '360000000000000001', type: 1 },
  channel_id: '360000000000000001',
}

export function by(user: string, more: Json = {}): Json {
  return { member: { user: { id: user, username: `name-${user.at(-1)}` }, roles: [], permissions: '1024', ...more } }
}

export function slashCommand(path: string, options: Record<string, string> = {}, more: Json = {}): Interaction {
  return interaction(2, commandData(path, options), more)
}

export function halfTyped(
  path: string,
  options: Record<string, string>,
  focused: string,
  more: Json = {},
): Interaction {
  return interaction(4, commandData(path, options, focused), more)
}

function commandData(path: string, options: Record<string, string>, focused?: string): Json {
  const given = Object.entries(options).map(([name, value]) => ({
    name,
    type: 3,
    value,
    ...(name === focused ? { focused: true } : {}),
  }))
  const [first = '', second] = path.split(' ')
  const sub = { name: second ?? first, type: 1, options: given }
  const top = second === undefined ? sub : { name: first, type: 2, options: [sub] }
  return { id: '370000000000000001', name: 'heroku-quiz', type: 1, options: [top] }
}

export function messageMenu(content: string, more: Json = {}): Interaction {
  const target = '380000000000000009'
  const message = { id: target, channel_id: general, content, author: { id: grace, username: 'grace' } }
  const data = { id: '370000000000000002', name: 'Suggest as a question', type: 3, target_id: target }
  return interaction(2, { ...data, resolved: { messages: { [target]: message } } }, more)
}

export function buttonPress(customId: string, more: Json = {}): Interaction {
  const message = { id: '380000000000000001', channel_id: general, content: 'What is a dyno?', flags: 0 }
  return interaction(3, { custom_id: customId, component_type: 2, id: 3 }, { message, ...more })
}

/** A submitted form with labeled fields. */
export function modalSubmit(customId: string, values: Record<string, string | Json>, more: Json = {}): Interaction {
  const { resolved, ...around } = more
  const fields = Object.entries(values).map(([name, value], at) => ({
    type: 18,
    id: at + 2,
    component: { id: at + 10, custom_id: name, ...(typeof value === 'string' ? { type: 4, value } : value) },
  }))
  const data = { custom_id: customId, components: [{ type: 10, id: 1 }, ...fields], ...(resolved ? { resolved } : {}) }
  return interaction(5, data, around)
}

/** Values from Discord's own inputs, as in a submitted form. */
export const chose = {
  option: (value: string): Json => ({ type: 3, values: [value] }),
  radio: (value: string): Json => ({ type: 21, value }),
  channel: (id: string): Json => ({ type: 8, values: [id] }),
  file: (id: string): Json => ({ type: 19, values: [id] }),
}

export function resolvedFile(file: { id: string; filename: string; size: number; url: string }): Json {
  return { resolved: { attachments: { [file.id]: { ...file, proxy_url: file.url, content_type: 'text/csv' } } } }
}

/** Channels in a form, with the app's permissions in each. */
export function resolvedChannel(id: string, name: string, permissions: bigint): Json {
  return { resolved: { channels: { [id]: { id, name, type: 0, app_permissions: String(permissions) } } } }
}
