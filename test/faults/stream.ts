import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../kit/services/seeded.ts'
import type { Observed } from './observed.ts'
import type { People, Sent } from './people.ts'

export type Stream = {
  sent: Sent[]
  /** How often a request was sent again because there was no response, or because the response asked for it. */
  tries: { unanswered: number; asked: number }
  stop(): Promise<void>
}

const lanes = 96
/** People stop sending when this many answers wait for their grade, so that a slow machine isn't overloaded. */
const mostWaiting = 12_000
const playersEach = 2000
const mostTries = 40
const askEveryMs = 12_000

/** Sends signed answers at a steady rate, four of five by form. People try again until they see “got it”. */
export function startStream(deps: {
  people: readonly People[]
  observed: Observed
  chance: Chance
  perSecond: number
}): Stream {
  const { observed, chance, perSecond } = deps
  const home = new Map(deps.people.flatMap((people) => people.channels.map((channel) => [channel, people] as const)))
  const sent: Sent[] = []
  const tries = { unanswered: 0, asked: 0 }
  const used = new Map<number, number>()
  let running = true
  let nextAt = performance.now()
  let taken = 0

  function slot(): { people: People; roundId: number; channel: string; player: number; attempt: number } | undefined {
    const newest = new Map(observed.rounds.map((round) => [round.channel, round]))
    const open = [...newest.values()].filter(({ id }) => (used.get(id) ?? 0) < playersEach * 2)
    const round = open[chance.between(0, open.length - 1)]
    const people = round && home.get(round.channel)
    if (!people) return undefined
    const turn = used.get(round.id) ?? 0
    used.set(round.id, turn + 1)
    return {
      people,
      roundId: round.id,
      channel: round.channel,
      player: turn % playersEach,
      attempt: Math.floor(turn / playersEach),
    }
  }

  async function play({ people, roundId, channel, player, attempt }: NonNullable<ReturnType<typeof slot>>) {
    const byForm = player % 5 !== 0
    const words = chance.of(['A temporary dyno', 'It goes away, for migrations', 'It serves web traffic', 'No idea'])
    const one: Sent = {
      ...{ roundId, channel, user: people.nameOf(channel, player), text: `${words}, I think ${roundId} ${attempt}` },
      ...{ ways: [], requests: [], outcome: 'given-up', at: Date.now() },
    }
    sent.push(one)
    let said: string | undefined = ''
    for (let turn = 0; turn < mostTries && one.outcome === 'given-up'; turn++) {
      if (turn > 0) await wait(300)
      said = await (byForm ? people.submit(one, said === undefined) : people.command(one))
      one.at = Date.now()
      if (said === undefined) tries.unanswered += 1
      else if (said.includes('being graded')) one.outcome = 'taken'
      else if (said.includes('try again in a minute')) tries.asked += 1
      else one.outcome = 'refused'
      // A grade also shows that the answer was accepted.
      if (one.ways.some((way) => observed.grades.has(way))) one.outcome = 'taken'
    }
    if (one.outcome === 'taken') taken += 1
  }

  async function ask(): Promise<void> {
    while (running) {
      await Promise.all([...home].map(([channel, people]) => people.ask(channel)))
      for (let waited = 0; waited < askEveryMs && running; waited += 100) await wait(100)
    }
  }

  function waiting(): number {
    const delivered = observed.grades.size + [...observed.privateGrades.values()].reduce((sum, times) => sum + times, 0)
    return taken - delivered
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
