import { nonceOf } from '../../src/adapters/discord/send/sent.ts'
import { by, type Interaction, modalSubmit, slashCommand } from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import type { DiscordServer } from '../kit/discord/discord-server.ts'
import type { Json } from '../kit/discord/discord-world.ts'
import { type People, post, type Request } from './people.ts'
import { count, isGrade, readLate, type Told } from './told.ts'

const channels = ['320000000000000101', '320000000000000102']

/** Each channel is of a server of its own, numbered alike. */
function guildOf(channel: string): string {
  return channel.replace(/^32/, '31')
}

/** How an interaction reaches us, and what answers it: nothing where no answer came. */
export type DiscordWay = (interaction: Interaction, requests?: Request[]) => Promise<string | undefined>

/** By signed requests to one of the web processes. */
export function discordOverHttp(addresses: () => string[]): DiscordWay {
  return (interaction, requests) =>
    post(addresses(), '/discord/interactions', signed(JSON.stringify(interaction)), requests)
}

/** People in Discord. */
export function discordPeople(deps: { send: DiscordWay; discord: DiscordServer; told: Told }): People {
  const { discord, told } = deps
  for (const channel of channels) discord.world.channels.add(channel)

  /** What stands in the reply to an interaction; it is there once Discord has read our answer. */
  async function send(interaction: Interaction, user: string, requests?: Request[]): Promise<string | undefined> {
    const said = await deps.send(interaction, requests)
    if (said === undefined) return undefined
    const answer = JSON.parse(said) as { type: number; data?: Json }
    discord.world.replies.set(interaction.token, { user, body: answer.data ?? {} })
    return answer.type === 5 ? readLate(told, interaction.token) : said
  }

  const place = (channel: string, user: string): Json => ({
    ...by(user),
    ...{ guild_id: guildOf(channel), guild: { id: guildOf(channel), locale: 'en-US', features: [] } },
    ...{ channel_id: channel, channel: { id: channel, name: 'quiz', type: 0 } },
  })

  return {
    channels,
    nameOf: (channel, player) => `33${channel.slice(-3)}${String(player).padStart(13, '0')}`,

    submit({ roundId, channel, user, text, ways, requests }) {
      const interaction = modalSubmit(`answer:${roundId}`, { text }, place(channel, user))
      ways.push(interaction.token)
      return send(interaction, user, requests)
    },

    command({ channel, user, text, ways, requests }) {
      const interaction = slashCommand('answer', { text }, place(channel, user))
      ways.push(interaction.token)
      return send(interaction, user, requests)
    },

    ask: (channel) => send(slashCommand('ask', {}, place(channel, '330000000000000009')), 'admin'),
  }
}

/** Notes everything that Discord does, also where we never hear of it. */
export function listenToDiscord({ world }: DiscordServer, told: Told): void {
  const act = world.answer.bind(world)
  const seen = new Set<unknown>()
  world.answer = (method, path, query, body) => {
    const said = act(method, path, query, body)
    // A message that was there before, found by its nonce, is no new one.
    if (said && said.status < 300 && !seen.has(said.body)) {
      if (method === 'POST') seen.add(said.body)
      note(told, world.direct, `${method} ${path}`, body)
    }
    return said
  }
}

function note(told: Told, direct: ReadonlyMap<string, string>, route: string, body: Json): void {
  const text = JSON.stringify(body)
  const token = /^PATCH \/webhooks\/\d+\/([^/]+)\/messages\/@original$/.exec(route)?.[1]
  if (token !== undefined) {
    const way = decodeURIComponent(token)
    if (isGrade(text)) told.grades.set(way, 1)
    else told.others.set(way, text)
    return
  }
  const channel = /^POST \/channels\/(\d+)\/messages$/.exec(route)?.[1]
  if (channel === undefined) return
  const [person] = [...direct].find(([, id]) => id === channel) ?? []
  if (person !== undefined) {
    if (isGrade(text)) count(told.whispered, person)
    return
  }
  const asked = /"custom_id":"answer:(\d+)/.exec(text)?.[1]
  if (asked !== undefined) {
    count(told.posts, `round-${asked}`)
    told.rounds.push({ id: Number(asked), channel })
  }
  const { message_id: question } = (body.message_reference ?? {}) as { message_id?: string }
  for (const { id } of told.rounds) {
    if (body.nonce === nonceOf(channel, `${question} reveal-${id}`)) count(told.posts, `reveal-${id}`)
  }
}
