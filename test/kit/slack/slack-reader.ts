import type { Place } from '../../../src/domain/place.ts'
import type { Seen } from '../../contracts/chat.ts'
import type { SlackServer } from './slack-server.ts'

type Json = Record<string, unknown>

/**
 * A channel as one person sees it in Slack: its messages and the person's private messages, wherever they are shown.
 */
export function asReader({ world, callsOf }: SlackServer, channel: Place, reader: Place): Seen[] {
  const [, team, channelId = ''] = channel.split(':')
  const user = reader.split(':').at(-1) ?? ''
  const messages = world.messages.get(channelId) ?? []
  const posted = messages.map((message) => {
    const parent = messages.find(({ ts }) => ts === message.thread_ts)
    return { ...read(message, team), ...(parent ? { under: read(parent, team).text } : {}) }
  })
  const direct = world.messages.get(user) ?? []
  const whispered = world.whispers.filter((one) => one.channel === channelId && one.user === user)
  const modals = user === 'U1' ? [...world.views.values()].filter(({ blocks }) => blocks !== undefined) : []
  const responses = user === 'U1' ? callsOf('response_url') : []
  const private_ = [...direct, ...whispered.map(({ args }) => args), ...modals, ...responses]
  return [...posted, ...private_.map((one) => read(one, team))]
}

/** How Slack shows a message, and whom it notifies. */
function read(message: Json, team = ''): Seen {
  const texts = (message.blocks as Json[]).map((block) => (block.text as Json | undefined) ?? {})
  const marked = texts.map(({ text }) => String(text)).join('\n')
  const pings = [...marked.matchAll(/<(?:@|!subteam\^)([A-Z0-9]+)>|<!(channel|here|everyone)>/g)]
  return { text: shown(marked), pings: pings.map(([, id, all]) => `slack:${team}:${id ?? all}`) }
}

/** Slack can't escape its four formatting characters, so the app sends lookalikes. This converts them back. */
function shown(marked: string): string {
  const letters: Record<string, string> = { '∗': '*', ˍ: '_', '∼': '~', ˋ: '`' }
  return marked
    .replace(/[∗ˍ∼ˋ]/gu, (mark) => letters[mark] ?? mark)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
