import { violations } from './slack-limits.ts'

type Args = Record<string, unknown>
type Answer = Record<string, unknown>

export type SlackMessage = Args & { ts: string; thread_ts?: string }

export type SlackWorld = {
  messages: Map<string, SlackMessage[]>
  views: Map<string, Args>
  homes: Map<string, Args>
  admins: Set<string>
  /** Additional fields of a person's profile. */
  profiles: Map<string, Args>
  groups: Map<string, string[]>
  /** Private messages, with the person and the place. */
  whispers: { channel: string; user: string; args: Args }[]
  scopes: readonly string[]
  socketUrl: string
  /** Additional fields in OAuth's response. */
  granted: Record<string, unknown>
  refreshTokens: Set<string>
  /** If it is defined, these are the only channels. */
  channels: Set<string>
  /** Channels that the app is not in, and those that it may join by itself. */
  outside: Set<string>
  publicChannels: Set<string>
  /** Files that people uploaded in forms: Slack's description of each, and its content at `/files/ID`. */
  files: Map<string, { about: Args; bytes: Uint8Array; type?: string }>
  closeView(id: string): void
  /** The Web API's response to a successful call, or its error; undefined if there is no such method. */
  answer(method: string, args: Args, base: string, path?: string): Answer | undefined
}

export function createSlackWorld(): SlackWorld {
  const messages = new Map<string, SlackMessage[]>()
  const views = new Map<string, Args>()
  const homes = new Map<string, Args>()
  const admins = new Set<string>()
  const profiles: SlackWorld['profiles'] = new Map()
  const groups = new Map<string, string[]>()
  const whispers: SlackWorld['whispers'] = []
  const channels = new Set<string>()
  const outside = new Set<string>()
  const publicChannels = new Set<string>()
  const files: SlackWorld['files'] = new Map()
  let count = 0

  const methods: Record<string, (args: Args, base: string) => Answer> = {
    'blocks.validate': validated,
    'auth.test': () => ({
      ok: true,
      team: 'Acme',
      team_id: 'T1',
      user_id: 'UBOT',
      bot_id: 'B1',
      url: 'https://acme.slack.com/',
    }),
    'chat.postMessage': (args) => {
      if (outside.has(String(args.channel))) return refused('not_in_channel')
      const ts = stamp()
      const channel = String(args.channel)
      const thread = typeof args.thread_ts === 'string' ? { thread_ts: args.thread_ts } : {}
      messages.set(channel, [...(messages.get(channel) ?? []), { ...args, ts, ...thread }])
      return { ok: true, channel, ts }
    },
    'chat.postEphemeral': (args) => {
      whispers.push({ channel: String(args.channel), user: String(args.user), args })
      return { ok: true, message_ts: stamp() }
    },
    'chat.update': (args) => {
      const channel = messages.get(String(args.channel)) ?? []
      const at = channel.findIndex(({ ts }) => ts === args.ts)
      if (at < 0) return refused('message_not_found')
      // Slack keeps the metadata of a message unless an edit has new metadata.
      channel[at] = { metadata: channel[at]?.metadata, ...args, ts: String(args.ts) }
      return { ok: true, channel: args.channel, ts: args.ts }
    },
    'conversations.join': ({ channel }) => {
      if (!publicChannels.has(String(channel))) return refused('method_not_supported_for_channel_type')
      outside.delete(String(channel))
      return { ok: true, channel: { id: channel } }
    },
    'conversations.open': ({ users }) => ({ ok: true, channel: { id: `D${users}` } }),
    'conversations.history': (args) =>
      page(messages.get(withPerson(args.channel)), args, (one) => one.thread_ts === undefined),
    'conversations.replies': (args) =>
      page(messages.get(String(args.channel)), args, (one) => one.thread_ts === args.ts || one.ts === args.ts),
    'views.open': (args) => {
      if (String(args.trigger_id).includes('expired')) return refused('expired_trigger_id')
      const asksForFile = JSON.stringify(args.view).includes('"file_input"')
      if (asksForFile && world.scopes.length > 0 && !world.scopes.includes('files:read'))
        return refused('missing_scope')
      count += 1
      const id = `V${count}`
      views.set(id, args.view as Args)
      return { ok: true, view: { id, hash: `h${count}` } }
    },
    'views.update': (args) => {
      const id = String(args.view_id)
      if (!views.has(id)) return refused('not_found')
      views.set(id, args.view as Args)
      return { ok: true, view: { id } }
    },
    'views.publish': (args) => {
      homes.set(String(args.user_id), args.view as Args)
      return { ok: true, view: { id: 'VHOME' } }
    },
    'users.info': ({ user }) => ({
      ok: true,
      user: {
        id: user,
        name: `name-of-${String(user).toLowerCase()}`,
        is_admin: admins.has(String(user)),
        is_owner: false,
        ...profiles.get(String(user)),
      },
    }),
    'usergroups.users.list': ({ usergroup }) => {
      const users = groups.get(String(usergroup))
      return users ? { ok: true, users } : refused('no_such_subteam')
    },
    'files.info': ({ file }) => {
      const found = files.get(String(file))
      return found ? { ok: true, file: { id: file, ...found.about } } : refused('file_not_found')
    },
    'files.getUploadURLExternal': (_, base) => {
      count += 1
      return { ok: true, upload_url: `${base}/upload/F${count}`, file_id: `F${count}` }
    },
    upload: () => ({ ok: true }),
    'files.completeUploadExternal': (args) => ({ ok: true, files: args.files }),
    'oauth.v2.access': (args) => {
      if (args.grant_type === 'refresh_token') return renewed(String(args.refresh_token))
      if (args.code !== 'good-code') return refused('invalid_code')
      return {
        ok: true,
        app_id: 'A1',
        authed_user: { id: 'U1' },
        team: { id: 'T1', name: 'Acme' },
        enterprise: null,
        is_enterprise_install: false,
        access_token: 'xoxb-granted',
        token_type: 'bot',
        scope: 'chat:write,commands',
        bot_user_id: 'UBOT',
        ...world.granted,
      }
    },
    'apps.connections.open': () => ({ ok: true, url: world.socketUrl }),
    response_url: () => ({ ok: true }),
  }

  function renewed(used: string): Answer {
    if (!world.refreshTokens.delete(used)) return refused('invalid_refresh_token')
    count += 1
    world.refreshTokens.add(`xoxe-${count}`)
    const tokens = { access_token: `xoxe.xoxb-${count}`, refresh_token: `xoxe-${count}`, expires_in: 43_200 }
    return { ok: true, token_type: 'bot', team: { id: 'T1' }, ...tokens }
  }

  function stamp(): string {
    count += 1
    return `${Math.floor(Date.now() / 1000)}.${String(count).padStart(6, '0')}`
  }

  const world: SlackWorld = {
    granted: {},
    refreshTokens: new Set(),
    scopes: [],
    socketUrl: '',
    messages,
    views,
    homes,
    admins,
    profiles,
    groups,
    whispers,
    channels,
    outside,
    publicChannels,
    files,
    closeView: (id) => views.delete(id),
    answer(method, args, base) {
      const { channel } = args
      const missing =
        typeof channel === 'string' && /^[CG]/.test(channel) && channels.size > 0 && !channels.has(channel)
      return missing ? refused('channel_not_found') : methods[method]?.(args, base)
    },
  }
  return world
}

/** A message to a person is in the conversation with them. */
function withPerson(channel: unknown): string {
  return String(channel).replace(/^DU/, 'U')
}

/** Slack returns metadata only if the request asks for it. */
function page(messages: readonly SlackMessage[] = [], args: Args, belongs: (one: SlackMessage) => boolean): Answer {
  const oldest = Number(args.oldest ?? 0)
  const found = messages
    .filter((one) => belongs(one) && Number(one.ts) >= oldest)
    .toReversed()
    .slice(0, Number(args.limit ?? 100))
  const shown = args.include_all_metadata === 'true' ? found : found.map(({ metadata: _, ...rest }) => rest)
  return { ok: true, messages: shown, has_more: false }
}

/** See https://docs.slack.dev/reference/methods/blocks.validate */
function validated({ blocks, message, view }: Args): Answer {
  const [kind, ...others] = Object.entries({ blocks, message, view }).filter(([, given]) => given !== undefined)
  if (!kind || others.length > 0) return refused('invalid_arguments')
  const given = kind[0] === 'message' ? (message as Args) : { [kind[0]]: kind[1] }
  const faults = 'text' in given ? ['additional property'] : violations('blocks.validate', given)
  if (faults.length === 0) return { ok: true }
  const errors = faults.map((fault) => ({ pointer: `/${kind[0]}`, code: 'failed_constraint', message: fault }))
  return { ...refused(`invalid_${kind[0]}`), errors }
}

function refused(error: string): Answer {
  return { ok: false, error }
}
