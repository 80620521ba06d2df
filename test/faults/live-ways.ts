import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DiscordGateway } from '../kit/discord/discord-gateway.ts'
import type { DiscordServer } from '../kit/discord/discord-server.ts'
import type { Chance } from '../kit/services/seeded.ts'
import type { SlackSocket } from '../kit/slack/slack-socket.ts'
import type { DiscordWay } from './discord-people.ts'
import type { Request } from './people.ts'
import type { SlackWay } from './slack-people.ts'

/** Slack and Discord stop waiting for the app after this time and show an error. */
const patienceMs = 3000
/** The share of events that are delivered twice. */
const twice = 0.1

/** Records a request, and its response if it came in time. */
async function answered(answer: Promise<string>, requests: Request[] = []): Promise<string | undefined> {
  const noted: Request = { id: randomUUID(), at: Date.now() }
  requests.push(noted)
  noted.said = await Promise.race([answer, wait(patienceMs).then(() => undefined)])
  return noted.said
}

/** Over Socket Mode: the acknowledgment contains the response. */
export function slackOverSocket(socket: SlackSocket, chance: Chance): SlackWay {
  const types = { command: 'slash_commands', interaction: 'interactive' } as const
  return (type, payload, requests) => {
    const answer = socket.deliver(types[type], payload)
    if (chance.next() < twice) socket.deliver(types[type], payload)
    return answered(
      answer.then((said) => (said === undefined ? '' : JSON.stringify(said))),
      requests,
    )
  }
}

/** Over the gateway: the response is a single call, made in time. */
export function discordOverGateway(gateway: DiscordGateway, { world }: DiscordServer, chance: Chance): DiscordWay {
  const waiting = new Map<string, { until: number; answer: (said: string) => void }>()
  const act = world.answer.bind(world)
  world.answer = (method, path, query, body) => {
    const token = /^\/interactions\/\d+\/([^/]+)\/callback$/.exec(path)?.[1]
    if (token === undefined) return act(method, path, query, body)
    const one = waiting.get(decodeURIComponent(token))
    if (!one) return { status: 400, body: { code: 40060, message: 'Interaction has already been acknowledged.' } }
    if (Date.now() > one.until) return { status: 404, body: { code: 10062, message: 'Unknown interaction' } }
    waiting.delete(decodeURIComponent(token))
    one.answer(JSON.stringify(body))
    return act(method, path, query, body)
  }
  return (interaction, requests) => {
    const { promise, resolve } = Promise.withResolvers<string>()
    waiting.set(interaction.token, { until: Date.now() + patienceMs, answer: resolve })
    gateway.happen('INTERACTION_CREATE', interaction)
    if (chance.next() < twice) gateway.happen('INTERACTION_CREATE', interaction)
    return answered(promise, requests)
  }
}
