import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../kit/seeded.ts'
import { slashCommand, viewSubmission } from '../kit/slack-payloads.ts'
import { type SignedRequest, slackSends } from '../kit/slack-request.ts'
import type { SlackServer } from '../kit/slack-server.ts'
import type { Crew } from './crew.ts'
import { type Told, teamOf } from './told.ts'

/** One answer as the person who sent it knows it. */
export type Sent = {
  roundId: number
  user: string
  text: string
  /** Modals and `response_url`s by which it was sent, the last one last. */
  ways: string[]
  /** `taken`: they were told that it is being graded. `given-up`: they were told, each time, that it was not taken. */
  outcome: 'taken' | 'refused' | 'given-up'
  at: number
}

export type Stream = {
  sent: Sent[]
  /** How often a request had to be sent again because no answer came, or one that asked for it. */
  tries: { unanswered: number; asked: number; held: number }
  stop(): Promise<void>
}

const lanes = 32
/** People stop where so many wait for their grade: a machine that is slow is not to be buried. */
const mostWaiting = 4000
const playersEach = 500
const mostTries = 40
/** Slack gives up on us after so long, and shows people an error. */
const patienceMs = 3000
const askEveryMs = 12_000

/** A steady stream of signed answers, four of five by form, by people who try again where they are not told “got it”. */
export function startStream(deps: {
  crew: Crew
  slack: SlackServer
  /** Where `response_url`s lead. */
  slackUrl: string
  told: Told
  chance: Chance
  perSecond: number
  channels: readonly string[]
}): Stream {
  const { crew, slack, told, chance, perSecond, channels } = deps
  const sent: Sent[] = []
  const tries = { unanswered: 0, asked: 0, held: 0 }
  const used = new Map<number, number>()
  let running = true
  let nextAt = performance.now()
  let ways = 0
  let taken = 0

  async function post(request: SignedRequest): Promise<string | undefined> {
    const addresses = crew.addresses()
    const address = addresses[chance.between(0, addresses.length - 1)]
    if (address === undefined) return undefined
    try {
      const response = await fetch(`${address}/slack/events`, {
        ...request,
        headers: { ...request.headers, 'x-forwarded-proto': 'https' },
        signal: AbortSignal.timeout(patienceMs),
      })
      const text = await response.text()
      return response.ok ? text : undefined
    } catch {
      return undefined
    }
  }

  function slot(): { roundId: number; channel: string; player: number; attempt: number } | undefined {
    const newest = new Map(told.rounds.map((round) => [round.channel, round]))
    const open = [...newest.values()].filter(({ id }) => (used.get(id) ?? 0) < playersEach * 2)
    const round = open[chance.between(0, open.length - 1)]
    if (!round) return undefined
    const turn = used.get(round.id) ?? 0
    used.set(round.id, turn + 1)
    return {
      roundId: round.id,
      channel: round.channel,
      player: turn % playersEach,
      attempt: Math.floor(turn / playersEach),
    }
  }

  async function play({ roundId, channel, player, attempt }: NonNullable<ReturnType<typeof slot>>): Promise<void> {
    const byForm = player % 5 !== 0
    const user = `U${channel}P${player}`
    const words = chance.of(['A temporary dyno', 'It goes away, for migrations', 'It serves web traffic', 'No idea'])
    const one: Sent = {
      roundId,
      user,
      text: `${words}, I think ${roundId} ${attempt}`,
      ways: [],
      outcome: 'given-up',
      at: Date.now(),
    }
    sent.push(one)
    let said: string | undefined = ''
    for (let turn = 0; turn < mostTries && one.outcome === 'given-up'; turn++) {
      if (turn > 0) await wait(300)
      said = await (byForm ? submit(one, channel, said === undefined) : command(one, channel))
      one.at = Date.now()
      if (said === undefined) tries.unanswered += 1
      else if (said.includes('being graded')) one.outcome = 'taken'
      else if (said.includes('try again in a minute')) tries.asked += 1
      else one.outcome = 'refused'
      // The grade itself is as good a sign as any.
      if (one.ways.some((way) => told.grades.has(way))) one.outcome = 'taken'
    }
    if (one.outcome === 'taken') taken += 1
  }

  /** What the person reads in the end, be it in the acknowledgement or behind it. */
  async function submit(one: Sent, channel: string, again: boolean): Promise<string | undefined> {
    // Where Slack got no answer the form stays open; where the answer took its place, the form is opened anew.
    const last = one.ways.at(-1)
    if (!again && last !== undefined) slack.world.closeView(last)
    const view = again && last !== undefined ? last : `V${ways++}`
    if (view !== last) {
      slack.world.views.set(view, {})
      one.ways.push(view)
    }
    const team = teamOf(channel)
    const place = { ref: `slack:${team}:${channel}`, name: 'quiz' }
    const payload = viewSubmission(
      {
        id: view,
        team_id: team,
        hash: view,
        private_metadata: JSON.stringify({ action: `answer:${one.roundId}`, channel: place }),
        title: { text: 'Answer' },
      },
      { text: one.text },
      { team: { id: team, domain: 'acme' }, user: { id: one.user, username: one.user.toLowerCase(), team_id: team } },
    )
    const said = await post(slackSends.interaction(payload))
    return said?.includes('One moment') ? readLate(view) : said
  }

  async function command({ user, text, ways: mine }: Sent, channel: string): Promise<string | undefined> {
    const path = `/response/${ways++}`
    mine.push(path)
    const fields = {
      ...{ team_id: teamOf(channel), channel_id: channel, user_id: user, user_name: user.toLowerCase() },
      response_url: `${deps.slackUrl}${path}`,
    }
    const said = await post(slackSends.command(slashCommand(`answer ${text}`, fields)))
    return said === '' ? readLate(path) : said
  }

  /** The reply where the acknowledgement could not wait for it. */
  async function readLate(way: string): Promise<string | undefined> {
    tries.held += 1
    for (let waited = 0; waited < 5000; waited += 100) {
      if (told.grades.has(way)) return 'being graded'
      const late = told.others.get(way)
      if (late !== undefined) return late
      await wait(100)
    }
    return undefined
  }

  async function ask(): Promise<void> {
    while (running) {
      for (const channel of channels) {
        const fields = { team_id: teamOf(channel), channel_id: channel, user_id: 'UADMIN', user_name: 'admin' }
        await post(
          slackSends.command(slashCommand('ask', { ...fields, response_url: `${deps.slackUrl}/response/ask` })),
        )
      }
      for (let waited = 0; waited < askEveryMs && running; waited += 100) await wait(100)
    }
  }

  function waiting(): number {
    const heard = told.grades.size + [...told.whispered.values()].reduce((sum, times) => sum + times, 0)
    return taken - heard
  }

  async function lane(): Promise<void> {
    while (running) {
      if (waiting() > mostWaiting) {
        await wait(100)
        continue
      }
      const due = nextAt
      nextAt = Math.max(nextAt + 1000 / perSecond, performance.now() - 1000)
      await wait(Math.max(0, due - performance.now()))
      const next = running ? slot() : undefined
      if (next) await play(next)
      else await wait(50)
    }
  }

  slack.world.admins.add('UADMIN')
  const all = Promise.all([ask(), ...Array.from({ length: lanes }, lane)])
  return {
    sent,
    tries,
    async stop() {
      running = false
      await all
    },
  }
}
