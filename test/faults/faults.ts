import { setTimeout as wait } from 'node:timers/promises'
import { type Mood as DiscordMood, type DiscordServer, tooFast } from '../kit/discord/discord-server.ts'
import type { TcpProxy } from '../kit/servers/proxy.ts'
import type { TestRedis } from '../kit/servers/redis.ts'
import type { Chance } from '../kit/services/seeded.ts'
import type { Mood as SlackMood, SlackServer } from '../kit/slack/slack-server.ts'
import type { Crew, Role } from './crew.ts'
import type { OwnPostgres } from './own-postgres.ts'

export type Stage = {
  crew: Crew
  postgres: OwnPostgres
  redis: TestRedis
  slack: SlackServer
  slackProxy: TcpProxy
  discord: DiscordServer
  discordDoor: TcpProxy
  chance: Chance
}

/** Causes a failure and ends it again; resolves when it has ended. */
export type Fault = (stage: Stage) => Promise<unknown>

/** Milliseconds by which the clock of a restarted process jumps. */
const clockSteps = [0, 0, 0, -20_000, 20_000, 3000] as const

function kill(role: Role, which: 'oldest' | 'all'): Fault {
  return async ({ crew, chance }) => {
    const hit = await crew.kill(role, which)
    await Promise.all(Array.from({ length: hit }, () => crew.start(role, chance.of(clockSteps))))
  }
}

export const faults = {
  processes: {
    'kill -9 of a worker': kill('worker', 'oldest'),
    'kill -9 of a web process': kill('web', 'oldest'),
    'kill -9 of every process': (stage) => Promise.all([kill('worker', 'all')(stage), kill('web', 'all')(stage)]),
    'SIGTERM of a web process after a new one started': ({ crew }) => crew.replace('web'),
    'SIGTERM of a worker after a new one started': ({ crew }) => crew.replace('worker'),
  },
  redis: {
    'Redis killed, back and empty': async ({ redis, chance }) => {
      await redis.kill()
      await wait(chance.between(0, 1500))
      await redis.start()
    },
    'Redis emptied': ({ redis }) => redis.command('FLUSHALL'),
    'Redis answers nothing for a while': async ({ redis, chance }) => {
      await redis.freeze()
      await wait(chance.between(100, 2000))
      await redis.thaw()
    },
    'Redis full': async ({ redis, chance }) => {
      await redis.command('CONFIG', 'SET', 'maxmemory', '1mb')
      await wait(chance.between(200, 2000))
      await redis.command('CONFIG', 'SET', 'maxmemory', '0')
    },
  },
  postgres: {
    'Postgres ends every connection': ({ postgres }) =>
      postgres.ask("select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'heroku-quiz%'"),
    'connections to Postgres cut': async ({ postgres }) => postgres.proxy.cut(),
    'Postgres out of reach': async ({ postgres, chance }) => {
      postgres.proxy.block()
      await wait(chance.between(100, 2000))
      postgres.proxy.unblock()
    },
    'Postgres restarted': ({ postgres }) => postgres.restart(),
    'kill -9 of Postgres': ({ postgres }) => postgres.crash(),
    'a session holds locks': async ({ postgres, chance }) => {
      const client = await postgres.hold()
      await client.query('begin')
      await client.query(`lock table ${chance.of(['answers', 'grades', 'ledger', 'players'])} in exclusive mode`)
      // The last delay is longer than any statement waits for a lock.
      await wait(chance.of([300, 600, 1200, 6000]))
      await client.end()
    },
    'the disk of Postgres is full': async ({ postgres, chance }) => {
      const table = chance.of(['answers', 'grades', 'ledger', 'standings'])
      await postgres.ask(`create trigger disk_full before insert on ${table} execute function disk_full()`)
      await wait(chance.between(200, 2000))
      await postgres.ask(`drop trigger disk_full on ${table}`)
    },
  },
  chat: {
    'the chat answers 429': moods({ status: 429, retryAfter: '1' }, tooFast(1)),
    'the chat answers 500': moods({ status: 500 }, { status: 500 }),
    'the chat answers a page of HTML': moods({ status: 200, text: '<html>busy</html>' }, { status: 502 }),
    'the chat cuts before it acts': moods({ cut: 'before' }, { cut: 'before' }),
    'the chat cuts after it acted': moods({ cut: 'after' }, { cut: 'after' }),
    'the chat takes seconds': moods({ delayMs: 2500 }, { delayMs: 2500 }),
    'Slack is dead for a while': ({ slackProxy, chance }) => close(slackProxy, chance),
    'Discord is dead for a while': ({ discordDoor, chance }) => close(discordDoor, chance),
  },
} as const satisfies Record<string, Record<string, Fault>>

async function close(proxy: TcpProxy, chance: Chance): Promise<void> {
  proxy.block()
  await wait(chance.between(300, 2500))
  proxy.unblock()
}

const methods = [
  'views.update',
  'views.update',
  'response_url',
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.update',
  'conversations.history',
  'conversations.replies',
] as const

const routes = [
  /^PATCH \/webhooks/,
  /^PATCH \/webhooks/,
  /^POST \/channels/,
  /^PATCH \/channels/,
  /^GET \/channels/,
] as const

/** A few calls of one kind fail in the same way, in Slack and in Discord. */
function moods(ofSlack: SlackMood, ofDiscord: DiscordMood): Fault {
  return async ({ slack, discord, chance }) => {
    const times = { length: chance.between(1, 5) }
    slack.next(chance.of(methods), ...Array.from(times, () => ofSlack))
    discord.next(chance.of(routes), ...Array.from(times, () => ofDiscord))
    await wait(chance.between(50, 300))
    slack.calm()
    discord.calm()
  }
}

/** SQL that fills Postgres's disk, prepared before it is needed. */
export const diskFull = `
  create function disk_full() returns trigger language plpgsql as $$
  begin
    raise exception 'could not extend file: No space left on device' using errcode = '53100';
  end $$`
