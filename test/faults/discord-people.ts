import { nonceOf } from '../../src/adapters/discord/send/sent.ts'
import { by, type Interaction, modalSubmit, slashCommand } from '../kit/discord/discord-payloads.ts'
import { signed } from '../kit/discord/discord-request.ts'
import type { DiscordServer } from '../kit/discord/discord-server.ts'
import type { Json } from '../kit/discord/discord-world.ts'
import { count, isGrade, type Observed, readLate } from './observed.ts'
import { type People, post, type Request } from './people.ts'

const channels = ['320000000000000101', '320000000000000102']

/** Each channel is in a separate server with the same number. */
function guildOf(channel: string): string {
  return channel.replace(/^32/, '31')
}

/** Delivers an interaction to the app; resolves with the response, or undefined if there was none. */
export type DiscordWay = (interaction: Interaction, requests?: Request[]) => Promise<string | undefined>

export function discordOverHttp(addresses: () => string[]): DiscordWay {
  return (interaction, requests) =>
    post(addresses(), '/discord/interactions', signed(JSON.stringify(interaction)), requests)
}

export function discordPeople(deps: { send: DiscordWay; discord: DiscordServer; observed: Observed }): People {
  const { discord, observed } = deps
  for (const channel of channels) discord.world.channels.add(channel)

  /** The reply to an interaction, after Discord has read the app's response. */
  async function send(interaction: Interaction, user: string, requests?: Request[]): Promise<string | undefined> {
    const said = await deps.send(interaction, requests)
    if (said === undefined) return undefined
    const answer = JSON.parse(said) as { type: number; data?: Json }
    discord.world.replies.set(interaction.token, { user, body: answer.data ?? {} })
    return answer.type === 5 ? readLate(observed, interaction.token) : said
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

/** Records all of Discord's actions, including those whose response never reaches the app. */
export function listenToDiscord({ world }: DiscordServer, observed: Observed): void {
  const act = world.answer.bind(world)
  const seen = new Set<unknown>()
  world.answer = (method, path, query, body) => {
    const said = act(method, path, query, body)
    // If Discord finds an earlier message by its nonce, it isn't a new one.
    if (said && said.status < 300 && !seen.has(said.body)) {
      if (method === 'POST') seen.add(said.body)
      note(observed, world.direct, `${method} ${path}`, body)
    }
    return said
  }
}

function note(observed: Observed, direct: ReadonlyMap<string, string>, route: string, body: Json): void {
  const text = JSON.stringify(body)
  const token = /^PATCH \/webhooks\/\d+\/([^/]+)\/messages\/@original$/.exec(route)?.[1]
  if (token !== undefined) {
    const way = decodeURIComponent(token)
    if (isGrade(text)) observed.grades.set(way, 1)
    else observed.others.set(way, text)
    return
  }
  const channel = /^POST \/channels\/(\d+)\/messages$/.exec(route)?.[1]
  if (channel === undefined) return
  const [person] = [...direct].find(([, id]) => id === channel) ?? []
  if (person !== undefined) {
    if (isGrade(text)) count(observed.privateGrades, person)
    return
  }
  const asked = /"custom_id":"answer:(\d+)/.exec(text)?.[1]
  if (asked !== undefined) {
    count(observed.posts, `round-${asked}`)
    observed.rounds.push({ id: Number(asked), channel })
  }
  const { message_id: question } = (body.message_reference ?? {}) as { message_id?: string }
  for (const { id } of observed.rounds) {
    if (body.nonce === nonceOf(channel, `${question} reveal-${id}`)) count(observed.posts, `reveal-${id}`)
  }
}
