import { expect, vi } from 'vitest'
import * as discordSends from '../discord/discord-payloads.ts'
import { by, type Interaction } from '../discord/discord-payloads.ts'
import { signed } from '../discord/discord-request.ts'
import type { DiscordServer } from '../discord/discord-server.ts'
import type { Json } from '../discord/discord-world.ts'
import { violations } from '../slack/slack-limits.ts'
import {
  buttonPress,
  eventCallback,
  mention,
  messageAction,
  slashCommand,
  viewSubmission,
} from '../slack/slack-payloads.ts'
import type { SignedRequest } from '../slack/slack-request.ts'
import { slackSends } from '../slack/slack-request.ts'
import type { SlackServer } from '../slack/slack-server.ts'
import { wordsIn } from './words-in.ts'

/** The app's address, and its responses to requests, whose visible texts are in `shown`. */
type Access = { address: string; now(): Date; shown: string[] }

/** A person in Slack's #general. Fails immediately if Slack would refuse a response. */
export function slackPerson(access: Access, slack: SlackServer, id: string, name: string) {
  const user = { id, username: name, name, team_id: 'T1' }
  slack.world.profiles.set(id, { profile: { display_name: name }, ...slack.world.profiles.get(id) })

  async function send(request: SignedRequest): Promise<Json> {
    const response = await fetch(`${access.address}/slack/events`, request)
    expect(response.status).toBe(200)
    const text = await response.text()
    const answer = text.startsWith('{') ? (JSON.parse(text) as Json) : {}
    access.shown.push(text)
    expect(violations('view' in answer ? 'views.update' : 'ack', answer)).toEqual([])
    return answer
  }

  return {
    /** Types words after `/heroku-quiz`; returns the reply, whether it comes immediately or later. */
    async types(words: string): Promise<string> {
      const before = slack.callsOf('response_url').length
      const typed = { user_id: id, user_name: name, response_url: slack.responseUrl }
      const prompt = wordsIn(await send(slackSends.command(slashCommand(words, typed))))
      return prompt === '' ? wordsIn((await slack.until('response_url', before + 1)).at(-1)) : prompt
    },
    /** Chooses "Suggest as a question" in a message's menu; returns the form's id. */
    async suggests(text: string): Promise<string> {
      const before = slack.world.views.size
      await send(slackSends.interaction(messageAction('suggest', text, { user, response_url: slack.responseUrl })))
      await vi.waitFor(() => expect(slack.world.views.size).toBe(before + 1), 3000)
      return [...slack.world.views.keys()].at(-1) ?? ''
    },
    /** Presses a button that opens a form; returns the form's id. */
    async opens(action: string, where: Json = {}): Promise<string> {
      const before = slack.world.views.size
      await send(slackSends.interaction(buttonPress(action, { user, ...where })))
      await vi.waitFor(() => expect(slack.world.views.size).toBe(before + 1), 3000)
      return [...slack.world.views.keys()].at(-1) ?? ''
    },
    /** Presses a button below a message; returns the reply, whether it comes immediately or later. */
    async clicks(action: string): Promise<string> {
      const before = slack.callsOf('response_url').length
      await send(slackSends.interaction(buttonPress(action, { user, response_url: slack.responseUrl })))
      return wordsIn((await slack.until('response_url', before + 1)).at(-1))
    },
    presses: (action: string, viewId: string) =>
      send(slackSends.interaction(buttonPress(action, { user, channel: undefined, view: viewOf(viewId) }))),
    /** Submits a form several times at the same moment, as an impatient person or a network does. */
    async sends(viewId: string, values: Record<string, string | Json>, copies = 1): Promise<string[]> {
      const submit = viewSubmission({ ...viewOf(viewId), hash: `hash-of-${viewId}` }, values, { user })
      const answers = await Promise.all(Array.from({ length: copies }, () => send(slackSends.interaction(submit))))
      return answers.map(wordsIn)
    },
    /** Mentions the bot in a message, which Slack delivers several times. */
    async mentions(words: string, deliveries = 1): Promise<void> {
      const event = eventCallback(mention(`<@UBOT> ${words}`, { user: id }))
      for (let again = 0; again < deliveries; again++) {
        await send(slackSends.event(event, again === 0 ? {} : { 'x-slack-retry-num': String(again) }))
      }
    },
    reads: (viewId: string) => wordsIn(slack.world.views.get(viewId)),
    /** Messages in the channel that only this person sees. */
    whispers: () => slack.world.whispers.filter((one) => one.user === id).map(({ args }) => wordsIn(args)),
  }

  function viewOf(viewId: string): Json {
    const { title, private_metadata } = slack.world.views.get(viewId) ?? {}
    return { id: viewId, type: 'modal', title, private_metadata }
  }
}

/** A person in Discord's #general or in `elsewhere`. The fake server records responses that Discord would refuse. */
export function discordPerson(
  access: Access,
  discord: DiscordServer,
  id: string,
  nick: string,
  permissions = '1024',
  elsewhere: Json = {},
) {
  const who = { ...by(id, { nick, permissions }), ...elsewhere }

  async function interact(interaction: Interaction, copies = 1): Promise<{ token: string; answer: Json }> {
    const request = signed(JSON.stringify(interaction), { at: Math.floor(access.now().getTime() / 1000) })
    const answers = await Promise.all(
      Array.from({ length: copies }, async () => {
        const response = await fetch(`${access.address}/discord/interactions`, request)
        expect(response.status).toBe(200)
        return (await response.json()) as Json
      }),
    )
    const [answer = {}] = answers
    access.shown.push(JSON.stringify(answers))
    const { type, data = {} } = answer as { type: number; data?: Json }
    discord.judge(type === 9 ? 'a form' : 'a reply', answer)
    if (type !== 9) discord.world.replies.set(interaction.token, { user: id, body: data })
    return { token: interaction.token, answer }
  }

  return {
    async types(path: string, options: Record<string, string> = {}): Promise<string> {
      return wordsIn((await interact(discordSends.slashCommand(path, options, who))).answer)
    },
    presses: (action: string) => interact(discordSends.buttonPress(action, who)),
    /** Chooses "Suggest as a question" in a message's menu; returns the form. */
    suggests: async (text: string) => (await interact(discordSends.messageMenu(text, who))).answer,
    sends: (action: string, values: Record<string, string | Json>, copies = 1, more: Json = {}) =>
      interact(discordSends.modalSubmit(action, values, { ...who, ...more }), copies),
    /** The current text of the reply to one of this person's interactions. */
    reads: (token: string) => wordsIn(discord.world.replies.get(token)?.body),
  }
}
