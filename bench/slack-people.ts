import { slashCommand, viewSubmission } from '../test/kit/slack/slack-payloads.ts'
import { slackSends } from '../test/kit/slack/slack-request.ts'
import { type openStage, workspaces } from './bench-stage.ts'
import type { Sent } from './http-client.ts'

const path = '/slack/events'

/**
 * Requests from people in many workspaces, each with a unique number in its view or URL. Every request comes from a new
 * player. With `returning`, requests come from that many players in turn, who answer another of the `rounds` each time.
 * Numbers begin after `after`.
 */
export async function slackPeople(
  stage: Awaited<ReturnType<typeof openStage>>,
  { returning = Number.POSITIVE_INFINITY, rounds: days = 1, after = 0 } = {},
) {
  const rounds: { roundId: number }[][] = []
  for (let day = 0; day < days; day++)
    rounds.push(await Promise.all(Array.from({ length: workspaces }, (_, at) => stage.round(`T${at}`, `C${at}`))))
  let turns = after

  function next() {
    turns += 1
    const person = turns % returning
    const at = person % workspaces
    const round = rounds[Math.floor(turns / returning) % days]?.[at]
    return { number: turns, round, team: `T${at}`, channel: `C${at}`, user: `U${person}` }
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
      const { number, round, team, channel, user } = next()
      const place = { ref: `slack:${team}:${channel}`, name: 'quiz' }
      const view = {
        type: 'modal',
        callback_id: callback,
        id: `V${number}`,
        hash: `h${number}`,
        private_metadata: JSON.stringify({ action: `answer:${round?.roundId}`, channel: place }),
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
