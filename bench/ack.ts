// How long an acknowledgment takes at a steady rate, compared with a bare Bolt app and a bare Ed25519 check in the same
// run. The bare form is measured twice: with a constant response, and after one prepared insert and its commit, because
// an answer that is acknowledged before it is stored could be lost. "Mixed" alternates between a command and a form.
// Most requests come from returning people. In the rows "new people", each request comes from a new person, whom the
// app has to store and look up at Slack. BENCH_SECONDS is how long each rate is held (default 5). This process is the
// client, and each server is a separate process, whose processor time is counted over all rates. Linux only, because it
// reads the processor time from /proc.
import { loadavg } from 'node:os'
import * as discordSends from '../test/kit/discord/discord-payloads.ts'
import { signed } from '../test/kit/discord/discord-request.ts'
import { openStage } from './bench-stage.ts'
import { machineLine, processorMs } from './costs.ts'
import { holdRate, percentile } from './hold-rate.ts'
import { httpClient, type Sent } from './http-client.ts'
import { slackPeople } from './slack-people.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 5)
const rates = [50, 200, 500]
const warmUpRate = 100
/** There have to be enough rounds for all forms at all rates, because each person answers a new round each time. */
const returning = 800
const rounds = Math.ceil((4 * (seconds * rates.reduce((sum, rate) => sum + rate, 0) + returning)) / returning)
const goalRate = 200

const [loadBefore = 0] = loadavg()
const stage = await openStage({ redis: true })
const client = httpClient()
try {
  const people = await slackPeople(stage, { returning, rounds })
  const strangers = await slackPeople(stage, { after: 1_000_000 })
  let turns = 0

  const command = (): Sent => people.command(() => 'leaderboard')
  const submit = (): Sent => people.submit()
  const submitFirst = (): Sent => strangers.submit()
  const submitStored = (): Sent => people.submit('stored')
  const byTurns = (one: () => Sent, other: () => Sent) => (): Sent => {
    turns += 1
    return turns % 2 === 0 ? one() : other()
  }
  const interaction = (): Sent => {
    turns += 1
    const by = discordSends.by(String(330000000000100000n + BigInt(turns)))
    const payload = discordSends.slashCommand('leaderboard', {}, by)
    return { path: '/discord/interactions', ...signed(JSON.stringify(payload)) }
  }

  const programs: [string, [string, () => Sent][]][] = [
    [
      'bench/bare-bolt.ts',
      [
        ['bare Bolt command', command],
        ['bare Bolt form', submit],
        ['bare Bolt form, stored', submitStored],
        ['bare Bolt mixed, stored', byTurns(command, submitStored)],
      ],
    ],
    ['bench/bare-ed25519.ts', [['bare Ed25519 command', interaction]]],
    [
      'src/web.ts',
      [
        ['Slack command', command],
        ['Slack form', submit],
        ['Slack form, new people', submitFirst],
        ['Slack mixed', byTurns(command, submit)],
        ['Discord command', interaction],
      ],
    ],
  ]
  const table: Record<string, Record<string, string | number>> = {}
  const goalP99 = new Map<string, number>()
  const cpuMs = new Map<string, number>()
  for (const [program, kinds] of programs) {
    const server = await stage.start(program, 'Server listening')
    for (const [name, make] of kinds) {
      const act = () => client.send(server.address, make())
      await holdRate(warmUpRate, name.startsWith('Slack command') ? returning / warmUpRate : 2, act)
      const row: Record<string, string | number> = {}
      let errors = 0
      let asked = 0
      const before = await processorMs(server.pid)
      for (const rate of rates) {
        const { times, failed } = await holdRate(rate, seconds, act)
        row[`${rate}/s p50`] = percentile(times, 0.5).toFixed(1)
        row[`${rate}/s p99`] = percentile(times, 0.99).toFixed(1)
        if (rate === goalRate) goalP99.set(name, percentile(times, 0.99))
        errors += failed
        asked += times.length + failed
      }
      cpuMs.set(name, ((await processorMs(server.pid)) - before) / asked)
      table[name] = { ...row, 'CPU ms': cpuMs.get(name)?.toFixed(2) ?? '', errors }
    }
    await server.end()
  }
  console.log('Milliseconds from the moment a request was due to the end of its answer')
  console.table(table)

  const compared: [string, string][] = [
    ['Slack command', 'bare Bolt command'],
    ['Slack form', 'bare Bolt form'],
    ['Slack form', 'bare Bolt form, stored'],
    ['Slack mixed', 'bare Bolt mixed, stored'],
    ['Discord command', 'bare Ed25519 command'],
  ]
  for (const [ours, bare] of compared) {
    const [mine, its] = [goalP99.get(ours) ?? Number.NaN, goalP99.get(bare) ?? Number.NaN]
    const cpu = (cpuMs.get(ours) ?? Number.NaN) / (cpuMs.get(bare) ?? Number.NaN)
    console.log(
      `${ours}: p99 ${mine.toFixed(1)} ms at ${goalRate}/s, ${(mine / its).toFixed(1)} times that of ${bare}; ${cpu.toFixed(1)} times its processor time`,
    )
  }
  console.log(`Goal: p99 under 100 ms at ${goalRate} a second, and within 2 times; the queue is on ${stage.queue}`)
  console.log(machineLine(loadBefore))
} finally {
  client.close()
  await stage.close()
}
