import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createMarks } from '../../src/adapters/chats/marks.ts'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { release } from '../../src/app/release.ts'
import { startDiscordGateway } from '../kit/discord/discord-gateway.ts'
import { application } from '../kit/discord/discord-payloads.ts'
import { publicKey } from '../kit/discord/discord-request.ts'
import { startDiscordServer } from '../kit/discord/discord-server.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { seeded } from '../kit/services/seeded.ts'
import { signingSecret } from '../kit/slack/slack-request.ts'
import { startSlackServer } from '../kit/slack/slack-server.ts'
import { startSlackSocket } from '../kit/slack/slack-socket.ts'
import { type Audit, audit } from './audit.ts'
import { assembleCrew } from './crew.ts'
import { discordPeople, listenToDiscord } from './discord-people.ts'
import { explainLost } from './explain-lost.ts'
import { type FaultRun, longestOfEach } from './fault-runs.ts'
import { discordOverGateway, slackOverSocket } from './live-ways.ts'
import { nothingObserved } from './observed.ts'
import { startOwnPostgres } from './own-postgres.ts'
import { listenToSlack, slackPeople } from './slack-people.ts'
import { startStream } from './stream.ts'

/** LIVE_SEED, LIVE_SECONDS and LIVE_RATE repeat a run, make it longer, or increase its load. */
const seed = Number(process.env.LIVE_SEED ?? 1)
const seconds = Number(process.env.LIVE_SECONDS ?? 25)
const perSecond = Number(process.env.LIVE_RATE ?? 40)

const secret = 'a secret of the tests that is long enough'
/** Faults that end by themselves or immediately. */
type Lane = Record<string, () => unknown>

/** If there is no progress for this long, an answer is lost. */
const patienceMs = 60_000

it(
  'no answer that was acknowledged over Socket Mode or the gateway is lost or counted twice, no matter what breaks',
  async () => {
    const chance = seeded(seed)
    const postgres = await startOwnPostgres()
    onTestFinished(postgres.close)
    const slack = await startSlackServer()
    onTestFinished(() => slack[Symbol.asyncDispose]())
    const discord = await startDiscordServer()
    onTestFinished(() => discord[Symbol.asyncDispose]())
    const socket = await startSlackSocket()
    onTestFinished(() => socket[Symbol.asyncDispose]())
    const gateway = await startDiscordGateway()
    onTestFinished(() => gateway[Symbol.asyncDispose]())
    slack.world.socketUrl = socket.url
    discord.world.gatewayUrl = gateway.url
    const observed = nothingObserved()
    listenToSlack(slack, observed, createMarks([secret]))
    listenToDiscord(discord, observed)

    const compiled = await mkdtemp(join(tmpdir(), 'heroku-quiz-compiled-'))
    onTestFinished(() => rm(compiled, { recursive: true, force: true }))
    await release({ databaseUrl: postgres.url, redisUrl: undefined, questions: testBank }, () => {})
    const crew = assembleCrew({
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      // The test starts processes repeatedly.
      NODE_COMPILE_CACHE: compiled,
      DATABASE_URL: postgres.url,
      APP_SECRET: secret,
      QUIZ_QUESTIONS: testBank,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_APP_TOKEN: 'xapp-test',
      SLACK_API_URL: slack.apiUrl,
      DISCORD_PUBLIC_KEY: publicKey,
      DISCORD_APPLICATION_ID: application,
      DISCORD_TOKEN: 'of the tests',
      DISCORD_TRANSPORT: 'gateway',
      DISCORD_API_URL: discord.apiUrl,
    })
    onTestFinished(crew.close)
    await Promise.all([crew.start('web'), crew.start('worker')])
    await Promise.all([socket.connected, gateway.identified])

    const connections: Lane = {
      'the connection of Socket Mode is cut': () => socket.cut(),
      'Slack asks for another connection': () => Promise.race([socket.refresh(), wait(5000)]),
      'the gateway is cut': () => gateway.cut(),
      'Discord asks to reconnect': () => gateway.askToReconnect(),
      'the session of the gateway is over': () => gateway.invalidate(),
      'the gateway is cut, and its session over': () => {
        gateway.cut()
        gateway.invalidate()
      },
      'both connections are cut': () => {
        socket.cut()
        gateway.cut()
      },
    }
    const processes: Lane = {
      'kill -9 of the process that holds them': async () => {
        await crew.kill('web', 'oldest')
        await crew.start('web')
      },
      'kill -9 of the worker': async () => {
        await crew.kill('worker', 'oldest')
        await crew.start('worker')
      },
      'Postgres ends every connection': () =>
        postgres.ask(
          "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'heroku-quiz%'",
        ),
    }

    const people = [
      slackPeople({ send: slackOverSocket(socket, chance), slack, slackUrl: new URL(slack.apiUrl).origin, observed }),
      discordPeople({ send: discordOverGateway(gateway, discord, chance), discord, observed }),
    ]
    const stream = startStream({ people, observed, chance, perSecond })
    const channels = people.flatMap((one) => one.channels)
    const isAsked = (channel: string) => observed.rounds.some((round) => round.channel === channel)
    await vi.waitFor(() => expect(channels.filter((one) => !isAsked(one))).toEqual([]), 40_000)
    // Each kind of lost connection once, without other faults, to check that it reconnects.
    const back = (isBack: () => boolean) => vi.waitFor(() => expect(isBack()).toBe(true), 40_000)
    socket.cut()
    await back(() => socket.connections() > 1)
    gateway.cut()
    await back(() => gateway.counts.resumed > 0)
    gateway.invalidate()
    await back(() => gateway.counts.begun > 1)
    const faultRuns: FaultRun[] = []
    const until = performance.now() + seconds * 1000
    const breakThings = async (lane: Lane): Promise<void> => {
      while (performance.now() < until) {
        for (const [name, fault] of Object.entries(lane).toSorted(() => chance.next() - 0.5)) {
          await wait(chance.between(800, 2500))
          if (performance.now() >= until) return
          const one: FaultRun = { name, from: Date.now(), until: Number.POSITIVE_INFINITY }
          faultRuns.push(one)
          await fault()
          one.until = Date.now()
        }
      }
    }
    await Promise.all([breakThings(connections), breakThings(processes)])
    await stream.stop()

    let found: Audit
    let left = Number.POSITIVE_INFINITY
    for (let progress = performance.now(); ; ) {
      await wait(500)
      found = await audit(postgres, observed, stream.sent, Date.now())
      if (found.lost.length < left) progress = performance.now()
      left = Math.min(left, found.lost.length)
      if (left === 0 || performance.now() - progress > patienceMs) break
    }

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
        'sockets opened': socket.connections(),
        'sessions begun, resumed, refused': Object.values(gateway.counts).join(),
        lost: found.lost.length,
        doubled: found.doubled.length,
        'read twice': found.readTwice,
      },
    ])
    expect(found.lost.slice(0, 20)).toEqual([])
    expect(found.doubled.slice(0, 20)).toEqual([])
    expect(crew.crashed).toEqual([])
    expect(outcomes.taken?.length).toBeGreaterThan(seconds)
    const store = openStore({ url: postgres.url, poolSize: 2, onError: () => {} })
    onTestFinished(store.close)
    for (const { id } of await postgres.ask<{ id: number }>('select id::int from workspaces')) {
      expect(await store.boards.differences(id)).toEqual([])
    }
  },
  (seconds + 200) * 1000,
)
