import { Client } from 'pg'
import { migrate, openStore } from '../src/adapters/postgres/index.ts'
import { readBankWithExamples } from '../src/adapters/question-files/index.ts'
import type { Question } from '../src/domain/question.ts'
import type { Queue } from '../src/ports/queue.ts'
import { createGrader } from '../src/services/answers/create-grader.ts'
import { openBank } from '../src/services/bank.ts'
import { pretendChat } from '../test/kit/services/pretend-chat.ts'
import { lastDay } from './seed-board.ts'

export type Play = { players: number; days: number }

const atOnce = 4
const teamSize = 20
const dayMs = 86_400_000

/**
 * Bytes that one answer adds to each table and index of an empty database, after a vacuum, and to the write-ahead log.
 * The answers are the labeled examples of the bank. Each is received with a reply path, graded and delivered.
 */
export async function answerBytes(url: string, { players, days }: Play): Promise<Record<string, number>> {
  await migrate(url)
  const { bank: versions } = await readBankWithExamples('questions')
  const store = openStore({ url, poolSize: atOnce, onError: console.error })
  const client = new Client({ connectionString: url, query_timeout: 0 })
  await client.connect()
  try {
    await store.questions.load(versions)
    const asked = versions.slice(0, days).map(({ question }) => question)
    const { workspaceId, channelId, people } = await seed()
    const bank = openBank(store)
    const before = { sizes: await sizes(client), wal: await walAt(client) }
    const current = new Map((await store.questions.current()).map(({ id, version }) => [id, version]))
    for (const [number, question] of asked.entries()) {
      const at = new Date(Date.parse(`${lastDay}T10:00:00Z`) - (days - 1 - number) * dayMs)
      const round = await store.rounds.create({
        ...{ workspaceId, channelId, questionId: question.id, questionVersion: current.get(question.id) ?? '' },
        ...{ kind: 'scheduled', localDate: at.toISOString().slice(0, 10), attempts: 2, createdAt: at },
      })
      if (!round) throw new Error('no round')
      await store.rounds.change(round.id, { state: 'open', openedAt: at })
      const waiting = people.entries()
      const deps = {
        ...{ store, bank, clock: { now: () => at }, chat: pretendChat() },
        log: { info() {}, warn() {}, error() {} },
        queue: { add: async () => {}, addMany: async () => {} } as unknown as Queue,
      }
      const grade = createGrader(deps)
      await Promise.all(
        Array.from({ length: atOnce }, async () => {
          for (const [place, { id, teamId }] of waiting) {
            const received = await store.answers.receive({
              ...{ roundId: round.id, playerId: id, teamId, attempt: 1, text: textFor(question, place) },
              ...{ eventId: `view-${round.id}-${id}-V0123456789`, path: pathOf(id), requestId: crypto.randomUUID() },
              ...{ receivedAt: at, fingerprint: 'nobody' },
            })
            if (!received) throw new Error('an answer was refused')
            await grade(received.answer.id)
            await store.answers.change(received.answer.id, { state: 'told', at })
          }
        }),
      )
      // Autovacuum also runs between two days.
      await client.query('vacuum')
    }
    const written = (await walAt(client)) - before.wal
    const count = players * asked.length
    return figures(before.sizes, await sizes(client), written, count)
  } finally {
    await client.end()
    await store.close()
  }

  async function seed(): Promise<{
    workspaceId: number
    channelId: number
    people: { id: number; teamId: number }[]
  }> {
    const workspace = await store.workspaces.recognise({ ref: 'slack:T1', name: 'Bench' })
    const channel = await store.channels.recognise(workspace.id, { ref: 'slack:T1:C1', name: 'general' })
    await client.query(
      `insert into teams (workspace_id, name, name_key)
       select $1, 'Team ' || team, 'team' || team from generate_series(1, $2::int) as team`,
      [workspace.id, Math.ceil(players / teamSize)],
    )
    const { rows } = await client.query<{ id: string; team_id: string }>(
      `insert into players (workspace_id, ref, name, team_id)
       select $1, 'slack:T1:U' || number, 'Player ' || number, team.id
       from generate_series(1, $2::int) as number join teams as team on team.name_key = 'team' || (1 + (number - 1) / $3::int)
       returning id, team_id`,
      [workspace.id, players, teamSize],
    )
    const people = rows.map((row) => ({ id: Number(row.id), teamId: Number(row.team_id) }))
    return { workspaceId: workspace.id, channelId: channel.id, people }
  }
}

function textFor({ examples, answer }: Question, place: number): string {
  return examples[place % examples.length]?.answer ?? answer
}

function pathOf(id: number): string {
  return JSON.stringify({ view: { id: `V0${id}ABCDEFGH`, title: 'Your answer', sentAt: 1_780_000_000_000 + id } })
}

async function walAt(client: Client): Promise<number> {
  const { rows } = await client.query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`)
  return Number(rows[0]?.at)
}

/** Bytes of each table, including TOAST, and of each index. */
async function sizes(client: Client): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string; bytes: string }>(`
    select class.relname as name,
      pg_table_size(class.oid) as bytes
    from pg_class as class join pg_namespace as space on space.oid = class.relnamespace
    where space.nspname = 'public' and class.relkind in ('r', 'i')`)
  return new Map(rows.map(({ name, bytes }) => [name, Number(bytes)]))
}

function figures(
  before: Map<string, number>,
  after: Map<string, number>,
  written: number,
  count: number,
): Record<string, number> {
  const grown = [...after.entries()]
    .map(([name, bytes]): [string, number] => [name, (bytes - (before.get(name) ?? 0)) / count])
    .filter(([, bytes]) => bytes >= 0.5)
    .toSorted(([, one], [, other]) => other - one)
    .map(([name, bytes]): [string, number] => [name, Math.round(bytes)])
  const all = grown.reduce((sum, [, bytes]) => sum + bytes, 0)
  return { ...Object.fromEntries(grown), 'all tables and indexes': all, 'write-ahead log': Math.round(written / count) }
}
