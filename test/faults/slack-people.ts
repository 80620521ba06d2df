import { isShortMark, type Marks } from '../../src/adapters/chats/marks.ts'
import { slashCommand, viewSubmission } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'
import type { SlackServer } from '../kit/slack/slack-server.ts'
import { count, isGrade, type Observed, readLate } from './observed.ts'
import { type People, post, type Request, type Sent } from './people.ts'

const channels = ['C1', 'C2', 'C3']

/** Each channel is in a separate workspace with the same number. */
function teamOf(channel: string): string {
  return channel.replace('C', 'T')
}

/** Delivers an action to the app; resolves with what the person sees, or undefined if there was no response. */
export type SlackWay = (
  type: 'command' | 'interaction',
  payload: Record<string, unknown>,
  requests?: Request[],
) => Promise<string | undefined>

export function slackOverHttp(addresses: () => string[]): SlackWay {
  return (type, payload, requests) => {
    const request =
      type === 'command' ? slackSends.command(payload as Record<string, string>) : slackSends.interaction(payload)
    return post(addresses(), '/slack/events', request, requests)
  }
}

/** People in Slack; `slackUrl` is the base of each `response_url`. */
export function slackPeople(deps: {
  send: SlackWay
  slack: SlackServer
  slackUrl: string
  observed: Observed
}): People {
  const { send, slack, observed } = deps
  let ways = 0

  function command(
    { channel, user, requests }: Pick<Sent, 'channel' | 'user'> & Partial<Pick<Sent, 'requests'>>,
    words: string,
    path: string,
  ): Promise<string | undefined> {
    const fields = {
      ...{ team_id: teamOf(channel), channel_id: channel, user_id: user, user_name: user.toLowerCase() },
      response_url: `${deps.slackUrl}${path}`,
    }
    return send('command', slashCommand(words, fields), requests)
  }

  slack.world.admins.add('UADMIN')
  return {
    channels,
    nameOf: (channel, player) => `U${channel}P${player}`,

    async submit({ roundId, channel, user, text, ways: mine, requests }, again) {
      // The form stays open if Slack got no response. If the response replaced the form, the person opens it again.
      const last = mine.at(-1)
      if (!again && last !== undefined) slack.world.closeView(last)
      const view = again && last !== undefined ? last : `V${ways++}`
      if (view !== last) {
        slack.world.views.set(view, {})
        mine.push(view)
      }
      const team = teamOf(channel)
      const place = { ref: `slack:${team}:${channel}`, name: 'quiz' }
      const payload = viewSubmission(
        {
          id: view,
          team_id: team,
          hash: view,
          private_metadata: JSON.stringify({ action: `answer:${roundId}`, channel: place }),
          title: { text: 'Answer' },
        },
        { text },
        { team: { id: team, domain: 'acme' }, user: { id: user, username: user.toLowerCase(), team_id: team } },
      )
      const said = await send('interaction', payload, requests)
      return said?.includes('One moment') ? readLate(observed, view) : said
    },

    async command({ channel, user, text, ways: mine, requests }) {
      const path = `/response/${ways++}`
      mine.push(path)
      const said = await command({ channel, user, requests }, `answer ${text}`, path)
      return said === '' ? readLate(observed, path) : said
    },

    ask: (channel) => command({ channel, user: 'UADMIN' }, 'ask', '/response/ask'),
  }
}

/** Records all of Slack's actions, including those whose response never reaches the app. */
export function listenToSlack({ world }: SlackServer, observed: Observed, marks: Marks): void {
  const act = world.answer.bind(world)
  world.answer = (method, args, base, path) => {
    const answer = act(method, args, base, path)
    if (answer?.ok === true) note({ observed, marks }, method, args, path)
    return answer
  }
}

function note(
  { observed, marks }: { observed: Observed; marks: Marks },
  method: string,
  args: Record<string, unknown>,
  path = '',
): void {
  switch (method) {
    case 'views.update': {
      const view = String(args.view_id)
      const text = JSON.stringify(args.view)
      if (isGrade(text)) observed.grades.set(view, 1)
      else observed.others.set(view, text)
      return
    }
    case 'response_url':
      if (isGrade(String(args.text))) count(observed.grades, path)
      else observed.others.set(path, String(args.text))
      return
    case 'chat.postEphemeral':
      if (isGrade(String(args.text))) count(observed.privateGrades, String(args.user))
      return
    case 'chat.postMessage': {
      if (isGrade(String(args.text))) count(observed.privateGrades, String(args.channel))
      const mark = markOf(args)
      if (mark === undefined) return
      const asked = Number(/"answer:(\d+)"/.exec(JSON.stringify(args.blocks))?.[1])
      if (isShortMark(marks, `round-${asked}`, mark)) observed.rounds.push({ id: asked, channel: String(args.channel) })
      const keys = observed.rounds.flatMap(({ id }) => [`round-${id}`, `reveal-${id}`])
      // Messages that are neither a question nor a reveal may not be posted twice either.
      count(observed.posts, keys.find((key) => isShortMark(marks, key, mark)) ?? mark)
    }
  }
}

function markOf(args: Record<string, unknown>): string | undefined {
  const metadata = args.metadata as { event_payload?: { key?: string } } | undefined
  return metadata?.event_payload?.key
}
