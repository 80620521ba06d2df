import { slashCommand, viewSubmission } from '../test/kit/slack/slack-payloads.ts'
import { slackSends } from '../test/kit/slack/slack-request.ts'
import { type openStage, workspaces } from './bench-stage.ts'
import type { Sent } from './http-client.ts'

const path = '/slack/events'

/** What people in many workspaces send, each of them a player never seen before, whose number the view or the URL carries. */
export async function slackPeople(stage: Awaited<ReturnType<typeof openStage>>) {
  const rounds = await Promise.all(Array.from({ length: workspaces }, (_, at) => stage.round(`T${at}`, `C${at}`)))
  let people = 0

  function next() {
    people += 1
    const at = people % workspaces
    return { number: people, at, team: `T${at}`, channel: `C${at}`, user: `U${people}` }
  }

  return {
    command(words: (number: number) => string, responseUrl?: (number: number) => string): Sent & { number: number } {
      const { number, team, channel, user } = next()
      const by = { team_id: team, channel_id: channel, user_id: user, user_name: `u${number}` }
      const where = responseUrl ? { response_url: responseUrl(number) } : {}
      return { number, path, ...slackSends.command(slashCommand(words(number), { ...by, ...where })) }
    },
    /** A form with an answer. */
    submit(callback = 'answer'): Sent & { number: number } {
      const { number, at, team, channel, user } = next()
      const place = { ref: `slack:${team}:${channel}`, name: 'quiz' }
      const view = {
        type: 'modal',
        callback_id: callback,
        id: `V${number}`,
        hash: `h${number}`,
        private_metadata: JSON.stringify({ action: `answer:${rounds[at]?.roundId}`, channel: place }),
        title: { text: 'Answer' },
      }
      const by = { team: { id: team }, user: { id: user, username: `u${number}`, team_id: team } }
      const payload = viewSubmission(view, { text: answerOf(number) }, by)
      return { number, path, ...slackSends.interaction(payload) }
    },
  }
}

export function answerOf(number: number): string {
  return `A temporary dyno, ${number}`
}
