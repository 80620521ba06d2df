import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { createMarks } from '../../src/adapters/chats/marks.ts'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { release } from '../../src/app/release.ts'
import { application } from '../kit/discord/discord-payloads.ts'
import { publicKey } from '../kit/discord/discord-request.ts'
import { startDiscordServer } from '../kit/discord/discord-server.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { openProxy } from '../kit/servers/proxy.ts'
import { startRedis } from '../kit/servers/redis.ts'
import { seeded } from '../kit/services/seeded.ts'
import { signingSecret } from '../kit/slack/slack-request.ts'
import { startSlackServer } from '../kit/slack/slack-server.ts'
import { type Audit, audit } from './audit.ts'
import { assembleCrew } from './crew.ts'
import { discordOverHttp, discordPeople, listenToDiscord } from './discord-people.ts'
import { explainLost } from './explain-lost.ts'
import { type FaultRun, longestOfEach } from './fault-runs.ts'
import { diskFull, type Fault, faults, type Stage } from './faults.ts'
import { nothingObserved } from './observed.ts'
import { startOwnPostgres } from './own-postgres.ts'
import { listenToSlack, slackOverHttp, slackPeople } from './slack-people.ts'
import { startStream } from './stream.ts'

/** FAULT_SEED, FAULT_SECONDS and FAULT_RATE repeat a run, make it longer, or increase its load. */
const seed = Number(process.env.FAULT_SEED ?? 1)
const seconds = Number(process.env.FAULT_SECONDS ?? 190)
const perSecond = Number(process.env.FAULT_RATE ?? 200)

const secret = 'a secret of the tests that is long enough'

/**
 * If there is no progress for this long, an answer is lost. It covers clocks that are off by 20 s and the wait before a
 * reveal.
 */
const patienceMs = 120_000

type Lane = [string, Fault][]

const ofProcesses: Lane = Object.entries(faults.processes)
const ofQueue: Lane = Object.entries(faults.redis)
const ofDatabase: Lane = Object.entries(faults.postgres)
const ofChat: Lane = Object.entries(faults.chat)

/**
 * Each part runs one fault after the other, and one part runs several at the same time. The backlog is worked off
 * during the last part. The shares are of the total time.
 */
const parts: readonly { name: string; share: number; lanes: Lane[] }[] = [
  { name: 'chat', share: 0.2, lanes: [ofChat] },
  { name: 'queue', share: 0.1, lanes: [ofQueue] },
  { name: 'database', share: 0.16, lanes: [ofDatabase] },
  { name: 'everything', share: 0.18, lanes: [ofProcesses, [...ofQueue, ...ofDatabase], ofChat] },
  { name: 'processes', share: 0.36, lanes: [ofProcesses] },
]

async function breakThings(stage: Stage, lane: Lane, until: number, faultRuns: FaultRun[]): Promise<number> {
  let done = 0
  while (performance.now() < until) {
    for (const [name, fault] of lane.toSorted(() => stage.chance.next() - 0.5)) {
      if (performance.now() >= until) break
      const one: FaultRun = { name, from: Date.now(), until: Number.POSITIVE_INFINITY }
      faultRuns.push(one)
      await fault(stage)
      one.until = Date.now()
      done += 1
      await wait(stage.chance.between(0, 150))
    }
  }
  return done
}

it(
  'no answer is lost or counted twice, no matter what breaks',
  async () => {
    const chance = seeded(seed)
    const postgres = await startOwnPostgres()
    onTestFinished(postgres.close)
    const redis = await startRedis()
    onTestFinished(redis.stop)
    const slack = await startSlackServer()
    onTestFinished(() => slack[Symbol.asyncDispose]())
    const slackProxy = await openProxy(Number(new URL(slack.apiUrl).port))
    onTestFinished(slackProxy.close)
    const slackUrl = `http://127.0.0.1:${slackProxy.port}`
    const discord = await startDiscordServer()
    onTestFinished(() => discord[Symbol.asyncDispose]())
    const discordDoor = await openProxy(Number(new URL(discord.apiUrl).port))
    onTestFinished(discordDoor.close)
    const observed = nothingObserved()
    listenToSlack(slack, observed, createMarks([secret]))
    listenToDiscord(discord, observed)
    const compiled = await mkdtemp(join(tmpdir(), 'heroku-quiz-compiled-'))
    onTestFinished(() => rm(compiled, { recursive: true, force: true }))

    await release({ databaseUrl: postgres.url, redisUrl: redis.url, questions: testBank }, () => {})
    await postgres.ask(diskFull)
    const crew = assembleCrew({
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      // The test starts dozens of processes.
      NODE_COMPILE_CACHE: compiled,
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      APP_SECRET: secret,
      QUIZ_QUESTIONS: testBank,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_API_URL: `${slackUrl}/api/`,
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_APPLICATION_ID: application,
      DISCORD_TOKEN: 'of the tests',
      DISCORD_API_URL: `http://127.0.0.1:${discordDoor.port}/api`,
    })
    onTestFinished(crew.close)
    await Promise.all((['web', 'web', 'worker', 'worker'] as const).map((role) => crew.start(role)))

    const stage: Stage = { crew, postgres, redis, slack, slackProxy, discord, discordDoor, chance }
    const { addresses } = crew
    const people = [
      slackPeople({ send: slackOverHttp(addresses), slack, slackUrl, observed }),
      discordPeople({ send: discordOverHttp(addresses), discord, observed }),
    ]
    const stream = startStream({ people, observed, chance, perSecond })
    const report: Record<string, unknown>[] = []
    const faultRuns: FaultRun[] = []
    for (const part of parts) {
      const begun = performance.now()
      const until = begun + part.share * seconds * 1000
      const earlier = stream.sent.length
      const counts = await Promise.all(part.lanes.map((lane) => breakThings(stage, lane, until, faultRuns)))
      const answers = stream.sent.slice(earlier)
      report.push({
        part: part.name,
        seconds: Math.round((performance.now() - begun) / 1000),
        faults: counts.reduce((sum, count) => sum + count, 0),
        answers: answers.length,
        taken: answers.filter(({ outcome }) => outcome === 'taken').length,
        doubled: (await audit(postgres, observed, stream.sent, Date.now())).doubled.length,
      })
    }
    await stream.stop()

    let found: Audit
    let left = Number.POSITIVE_INFINITY
    const calm = performance.now()
    for (let progress = calm; ; ) {
      await wait(1000)
      found = await audit(postgres, observed, stream.sent, Date.now())
      if (found.lost.length < left) progress = performance.now()
      left = Math.min(left, found.lost.length)
      if (left === 0 || performance.now() - progress > patienceMs) break
    }
    const healed = Math.round((performance.now() - calm) / 1000)

    console.table(report)
    console.table(longestOfEach(faultRuns))
    for (const one of [...found.lostAnswers].slice(0, 5)) {
      console.log(await explainLost({ crew, postgres, observed, faultRuns }, one))
    }
    const outcomes = Object.groupBy(stream.sent, ({ outcome }) => outcome)
    console.table([
      {
        seed,
        faults: faultRuns.length,
        answers: stream.sent.length,
        taken: outcomes.taken?.length ?? 0,
        refused: outcomes.refused?.length ?? 0,
        'given up': outcomes['given-up']?.length ?? 0,
        ...stream.tries,
        rounds: found.rounds,
        'healed after s': healed,
        lost: found.lost.length,
        doubled: found.doubled.length,
        'read twice': found.readTwice,
      },
    ])

    expect(found.lost.slice(0, 20)).toEqual([])
    expect(found.doubled.slice(0, 20)).toEqual([])
    expect(crew.crashed).toEqual([])
    const store = openStore({ url: postgres.url, poolSize: 2, onError: () => {} })
    onTestFinished(store.close)
    for (const { id } of await postgres.ask<{ id: number }>('select id::int from workspaces')) {
      expect(await store.boards.differences(id)).toEqual([])
    }
  },
  (seconds + 400) * 1000,
)
