import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../src/adapters/embedded-postgres/free-port.ts'
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start-embedded-postgres.ts'
import { openStore } from '../src/adapters/postgres/index.ts'
import { release } from '../src/app/release.ts'
import { application } from '../test/kit/discord/discord-payloads.ts'
import { publicKey } from '../test/kit/discord/discord-request.ts'
import { startDiscordServer } from '../test/kit/discord/discord-server.ts'
import { startRedis, whyNoRedis } from '../test/kit/servers/redis.ts'
import { signingSecret } from '../test/kit/slack/slack-request.ts'
import { type SlackCall, startSlackServer } from '../test/kit/slack/slack-server.ts'

export const workspaces = 40

/** The number of Postgres connections for a benchmark and for its baseline. */
export const poolSize = 4
const bank = 'test/kit/bank'

export const appSecret = 'a secret of the benches that is long enough'

/** A real Postgres, a real Redis if it is installed, simulated chats, and an open round in each of many workspaces. */
export async function openStage({
  redis: wanted,
  onSlackCall,
}: {
  redis: boolean
  onSlackCall?: (call: SlackCall, path: string) => void
}) {
  const directory = await mkdtemp(join(tmpdir(), 'heroku-quiz-bench-'))
  const postgres = await startEmbeddedPostgres({ directory, onProgress: () => {} })
  const redis = wanted && !(await whyNoRedis()) ? await startRedis() : undefined
  const [slack, discord] = await Promise.all([startSlackServer(onSlackCall), startDiscordServer()])
  await release({ databaseUrl: postgres.url, redisUrl: redis?.url, questions: bank }, () => {})
  const store = openStore({ url: postgres.url, poolSize, onError: () => {} })
  const environment = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    LOG_LEVEL: 'info',
    DATABASE_URL: postgres.url,
    ...(redis ? { REDIS_URL: redis.url } : {}),
    APP_SECRET: appSecret,
    QUIZ_QUESTIONS: bank,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_API_URL: slack.apiUrl,
    DISCORD_PUBLIC_KEY: publicKey,
    DISCORD_APPLICATION_ID: application,
    DISCORD_TOKEN: 'bench',
    DISCORD_API_URL: discord.apiUrl,
  }
  const children: ChildProcess[] = []
  const [question] = await store.questions.current()
  if (!question) throw new Error('the bank is empty')

  return {
    store,
    slack,
    queue: redis ? 'Redis' : 'Postgres',
    databaseUrl: postgres.url,
    redisUrl: redis?.url,
    /** Starts one of our programs and waits until it is ready; returns its address and its process. */
    async start(program: string, word: string): Promise<{ address: string; pid: number; end(): Promise<void> }> {
      const port = await freePort()
      const child = spawn(process.execPath, [program], {
        env: { ...environment, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      children.push(child)
      await new Promise<void>((resolve, reject) => {
        child.stdout?.on('data', (chunk: Buffer) => chunk.includes(word) && resolve())
        child.once('exit', (status) => reject(new Error(`${program} ended with ${status}`)))
      })
      return { address: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, end: () => end(child) }
    },
    async round(team: string, channel: string): Promise<{ roundId: number; workspaceId: number }> {
      const workspace = await store.workspaces.recognise({ ref: `slack:${team}`, name: team })
      const { id: channelId } = await store.channels.recognise(workspace.id, {
        ref: `slack:${team}:${channel}`,
        name: 'quiz',
      })
      const round = await store.rounds.create({
        ...{ workspaceId: workspace.id, channelId, questionId: question.id, questionVersion: question.version },
        ...{ kind: 'extra', localDate: '2026-01-05', attempts: 2, createdAt: new Date() },
      })
      if (!round) throw new Error('no round')
      await store.rounds.change(round.id, {
        state: 'open',
        posted: `slack:${team}:${channel}:1.2`,
        openedAt: new Date(),
      })
      return { roundId: round.id, workspaceId: workspace.id }
    },
    async close() {
      await Promise.all(children.map(end))
      await store.close()
      await redis?.stop()
      await postgres.stop()
      await rm(directory, { recursive: true, force: true })
      await Promise.allSettled([slack[Symbol.asyncDispose](), discord[Symbol.asyncDispose]()])
    },
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
