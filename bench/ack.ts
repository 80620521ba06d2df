// How long an acknowledgement takes, at a steady rate, beside a bare Bolt app and a bare Ed25519 check in the same run.
// BENCH_SECONDS is how long each rate is held (default 5). The client is this process, each server one of its own.
import { Agent, request } from 'node:http'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import * as discordSends from '../test/kit/discord-payloads.ts'
import { signed } from '../test/kit/discord-request.ts'
import { slashCommand, viewSubmission } from '../test/kit/slack-payloads.ts'
import { slackSends } from '../test/kit/slack-request.ts'
import { openStage, workspaces } from './bench-stage.ts'

type Sent = { path: string; headers: Record<string, string>; body: string }

const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const rates = [50, 200, 500]
const agent = new Agent({ keepAlive: true, maxSockets: 256 })
let people = 0

const stage = await openStage({ redis: true })
try {
  const rounds = await Promise.all(Array.from({ length: workspaces }, (_, at) => stage.round(`T${at}`, `C${at}`)))

  const command = (): Sent => {
    const at = people++ % workspaces
    const who = { team_id: `T${at}`, channel_id: `C${at}`, user_id: `U${people}`, user_name: `u${people}` }
    return { path: '/slack/events', ...slackSends.command(slashCommand('leaderboard', who)) }
  }
  const submit = (): Sent => {
    const at = people++ % workspaces
    const [team, channel, user] = [`T${at}`, `C${at}`, `U${people}`]
    const place = { ref: `slack:${team}:${channel}`, name: 'quiz' }
    const memory = JSON.stringify({ action: `answer:${rounds[at]?.roundId}`, channel: place })
    const view = {
      type: 'modal',
      callback_id: 'answer',
      id: `V${people}`,
      hash: `h${people}`,
      private_metadata: memory,
      title: { text: 'Answer' },
    }
    const by = { team: { id: team }, user: { id: user, username: `u${people}`, team_id: team } }
    return {
      path: '/slack/events',
      ...slackSends.interaction(viewSubmission(view, { text: `A temporary dyno, ${people}` }, by)),
    }
  }
  const interaction = (): Sent => {
    people += 1
    const by = discordSends.by(String(330000000000100000n + BigInt(people)))
    return {
      path: '/discord/interactions',
      ...signed(JSON.stringify(discordSends.slashCommand('leaderboard', {}, by))),
    }
  }

  const programs: [string, string, [string, () => Sent][]][] = [
    [
      'bench/bare-bolt.ts',
      'Server listening',
      [
        ['bare Bolt, command', command],
        ['bare Bolt, form', submit],
      ],
    ],
    ['bench/bare-ed25519.ts', 'Server listening', [['bare Ed25519, command', interaction]]],
    [
      'src/web.ts',
      'Server listening',
      [
        ['Slack command', command],
        ['Slack form', submit],
        ['Discord command', interaction],
      ],
    ],
  ]
  const table: Record<string, Record<string, string | number>> = {}
  for (const [program, word, kinds] of programs) {
    const server = await stage.start(program, word)
    for (const [name, make] of kinds) {
      await hold(server.address, make, 50, 2)
      const row: Record<string, string | number> = {}
      let errors = 0
      for (const rate of rates) {
        const { times, failed } = await hold(server.address, make, rate, seconds)
        row[`${rate}/s p50`] = at(times, 0.5).toFixed(1)
        row[`${rate}/s p99`] = at(times, 0.99).toFixed(1)
        errors += failed
      }
      table[name] = { ...row, errors }
    }
    await server.end()
  }
  console.log('Milliseconds from the moment a request was due to the end of its answer')
  console.table(table)
  console.log(
    `Goal: p99 under 100 ms at 200 a second, and within twice the yardstick’s; the queue is on ${stage.queue}`,
  )
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`)
} finally {
  agent.destroy()
  await stage.close()
}

/** Sends at the rate whether or not earlier requests were answered, as many people do. */
async function hold(address: string, make: () => Sent, rate: number, forSeconds: number) {
  const times: number[] = []
  let failed = 0
  const under: Promise<void>[] = []
  const begun = performance.now()
  for (let sent = 0; sent < rate * forSeconds; sent++) {
    const due = begun + (sent * 1000) / rate
    const early = due - performance.now()
    if (early > 1) await wait(early)
    const fails = (): void => {
      failed += 1
    }
    under.push(send(address, make()).then((good) => (good ? void times.push(performance.now() - due) : fails()), fails))
  }
  await Promise.all(under)
  return { times, failed }
}

function send(address: string, { path, headers, body }: Sent): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)), 'x-forwarded-proto': 'https' }
    const outgoing = request(
      `${address}${path}`,
      { method: 'POST', agent, headers: { ...headers, ...length } },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode === 200))
      },
    )
    outgoing.once('error', reject)
    outgoing.setTimeout(10_000, () => outgoing.destroy(new Error('no answer')))
    outgoing.end(body)
  })
}

function at(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN
}
