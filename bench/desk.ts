// The cost of the desk in a workspace with a year of BENCH_ANSWERS answers (default 1,000,000) and two open questions:
// each of its pages, BENCH_TURNS times (default 50), counting the results of its rounds, a ruling on a group of 500
// answers, and grouping a week's 10,000 near misses. Pages are rendered in this process, one after the other; it
// measures its processor time and the number of statements.
import { loadavg } from 'node:os'
import { Client } from 'pg'
import type { Scene } from '../src/adapters/desk/room.ts'
import { rooms } from '../src/adapters/desk/rooms.ts'
import { signLink } from '../src/adapters/web/link-token.ts'
import { createDesk } from '../src/app/open-desk.ts'
import { createStudio } from '../src/app/studio/studio.ts'
import { groupWordings } from '../src/domain/rulings/group-wordings.ts'
import type { Visit } from '../src/ports/desk/desk.ts'
import { openBank } from '../src/services/bank.ts'
import type { Deps } from '../src/services/deps.ts'
import { appSecret, openStage } from './bench-stage.ts'
import { machineLine, processorMs } from './costs.ts'
import { percentile } from './hold-rate.ts'
import { seedYear } from './seed-year.ts'

const answersEach = 130
const wanted = Number(process.env.BENCH_ANSWERS ?? 1_000_000)
const warmUp = 2
const turns = Number(process.env.BENCH_TURNS ?? 50)
const misses = 10_000
const equal = 500
/** The number of questions in a pack, and of drafts in an import. */
const packSize = 100
/** The number of rounds that the worker counts at the same time. */
const roundsAtOnce = 10
const goal = { pageMs: 100, rulingMs: 5000, groupingMs: 1000 }

let statements = 0
const { query } = Client.prototype
Client.prototype.query = function counted(this: Client, ...given: unknown[]) {
  statements++
  return Reflect.apply(query, this, given)
} as typeof query

const [loadBefore = 0] = loadavg()
const stage = await openStage({ redis: false })
const { store } = stage
const client = new Client({ connectionString: stage.databaseUrl })
const deps = {
  store,
  bank: openBank(store),
  clock: { now: () => new Date() },
  log: { info() {}, warn() {}, error() {} },
  rights: { isAdmin: async () => true, isMember: async () => true },
  links: { pack: ({ id }: { id: number }) => linkTo(id) },
  // The cost of the queue doesn't depend on the number of rows.
  queue: { add: async () => {}, addMany: async () => {} },
} as unknown as Deps
const desk = createDesk(deps, appSecret, createStudio())
try {
  await client.connect()
  await pages()
  await ruling()
  await grouping()
  console.log(machineLine(loadBefore))
} finally {
  await client.end()
  await stage.close()
}

function linkTo(id: number): string {
  return signLink(appSecret, 'pack', { id, generation: 0 }, new Date())
}

async function pages(): Promise<void> {
  const workspace = await store.workspaces.recognise({ ref: 'slack:TYEAR', name: 'Year' })
  const today = new Date().toISOString().slice(0, 10)
  const people = Math.round(wanted / answersEach)
  const { all } = await seedYear(stage.databaseUrl, { workspaceId: workspace.id, today, people })
  const channels = await store.channels.inWorkspace(workspace.id)
  for (const { id } of channels) {
    const schedule = { time: '09:30', zone: 'UTC', weekdays: [1, 2, 3, 4, 5], skip: [] }
    await store.channels.change(id, { schedule })
  }
  const { rows } = await client.query<{ id: number }>(
    'select max(id)::int as id from answers where workspace_id = $1',
    [workspace.id],
  )
  console.log(`A workspace with ${all} answers of ${people} players`)
  await counting()
  const visit = await visitOf(workspace.id, 'slack:TYEAR:U1')
  const table: Record<string, Record<string, string>> = {}
  const slowest: number[] = []
  const params = await packAndImport(visit)
  const [channel, question] = [channels[0]?.id, (await store.questions.current())[0]?.id]
  const queries: Record<string, Record<string, string>> = {
    '/desk/rulings/sort': { answer: String(rows[0]?.id) },
    '/desk/rulings/teach': { answer: String(rows[0]?.id) },
    '/desk/coming/preview': { channel: String(channel), question: String(question) },
  }
  for (const { path, show } of rooms.flatMap((room) => room.pages)) {
    const query = queries[path] ?? {}
    const scene: Scene = { visit, token: '', params, query, fields: {} }
    const times: number[] = []
    let before = await spent()
    for (let turn = -warmUp; turn < turns; turn++) {
      if (turn === 0) before = await spent()
      const started = performance.now()
      const shown = await show(desk, scene)
      // The web process answers these with status 404 and 410.
      if (!shown || shown.gone) throw new Error(`${path} has nothing to show`)
      shown.content.toString()
      if (turn >= 0) times.push(performance.now() - started)
    }
    const after = await spent()
    slowest.push(percentile(times, 0.99))
    table[path] = {
      p50: percentile(times, 0.5).toFixed(1),
      p99: percentile(times, 0.99).toFixed(1),
      'CPU ms, this process': ((after.cpuMs - before.cpuMs) / turns).toFixed(1),
      'CPU ms, Postgres': ((after.postgresMs - before.postgresMs) / turns).toFixed(1),
      statements: ((after.statements - before.statements) / turns).toFixed(0),
    }
  }
  console.table(table)
  console.log(`Slowest p99 of a page: ${Math.max(...slowest).toFixed(1)} ms (goal: under ${goal.pageMs})`)
}

/** A pack with a link to it, and an import with drafts: what the addresses of pages refer to. */
async function packAndImport(visit: Visit): Promise<Record<string, string>> {
  const { workspace, player } = visit
  const reading = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
  const owner = await store.workspaces.recognise({ ref: 'slack:TPACK', name: 'Others' })
  const theirs = await store.players.recognise(owner.id, { ref: 'slack:TPACK:U1', name: 'Their admin' })
  const known = await store.questions.newest((await store.questions.current())[0]?.id ?? '')
  if (!known) throw new Error('the bank is empty')
  const own = Array.from({ length: packSize }, (_, n) => ({
    question: { ...known.question, id: `own-${n}`, prompt: `${known.question.prompt} (${n})` },
    synonyms: known.synonyms,
  }))
  for (const { id } of [workspace, owner]) {
    await store.packs.put(await store.packs.save(id, 'runbook', reading), own, 'keep')
  }
  await desk.share({ ...visit, workspace: owner, player: theirs }, 'runbook')
  const shared = await store.packs.find(owner.id, 'runbook')
  const [share] = shared ? await store.packShares.list(shared, new Date(0)) : []
  const file = {
    name: 'questions.csv',
    format: 'csv',
    english: true,
    pack: 'runbook',
    bytes: new Uint8Array([1]),
  } as const
  const asked = { workspaceId: workspace.id, playerId: player.id, askedAt: new Date() }
  const imported = Number(await store.imports.add({ ...file, ...asked }, 1))
  const drafts = own.map((one, n) => ({ ...one, line: n + 1 }))
  const lines = own.map(({ question }, n) => ({ line: n + 1, id: question.id, look: [] }))
  await store.imports.finish(imported, new Date(), { state: 'read', drafts, lines })
  const [draft] = await store.imports.drafts(workspace.id, imported)
  if (!share || !draft) throw new Error('nothing was seeded')
  const token = linkTo(share.id)
  return { pack: 'runbook', question: 'own-0', token, import: String(imported), draft: String(draft.id) }
}

/**
 * Counts rounds as a release does for those without stored results. Usually each round is counted once, at its reveal.
 */
async function counting(): Promise<void> {
  const started = performance.now()
  let rounds = 0
  for (let counted = roundsAtOnce; counted === roundsAtOnce; rounds += counted) {
    counted = await store.rounds.countPast(roundsAtOnce)
  }
  await client.query('vacuum analyze')
  const took = performance.now() - started
  const { rows } = await client.query<{ bytes: number }>(`select pg_total_relation_size('round_results')::int as bytes`)
  console.log(`Results of ${rounds} rounds counted in ${(took / 1000).toFixed(1)} s, ${rows[0]?.bytes} bytes`)
}

async function ruling(): Promise<void> {
  const { roundId, workspaceId } = await stage.round('TRULE', 'C1')
  const answerId = await seedWrong({ roundId, workspaceId, people: equal, text: `'It evaporates afterwards'` })
  const visit = await visitOf(workspaceId, 'slack:TRULE:U1')
  const before = await spent()
  const started = performance.now()
  const { changed } = await desk.rule(visit, { note: '', wordings: [{ answerId, revision: 0, mark: 'right' }] })
  const took = performance.now() - started
  const after = await spent()
  const differences = await store.boards.differences(workspaceId)
  console.log(
    `A ruling graded ${changed} answers again in ${took.toFixed(0)} ms (goal: under ${goal.rulingMs}), ${(after.cpuMs - before.cpuMs).toFixed(0)} ms of processor time, ${after.statements - before.statements} statements; ${differences.length} differences between boards and ledger`,
  )
}

async function grouping(): Promise<void> {
  const { roundId, workspaceId } = await stage.round('TMISS', 'C1')
  // Ten nouns, ten verbs and twenty endings, each in several spellings.
  const text = `(array['The dyno', 'A worker', 'its disk', 'my app', 'Every file', 'a log', 'the router', 'Some build', 'the slug', 'one process'])[1 + n % 10]
    || ' ' || (array['goes away', 'stops soon', 'gets lost', 'is moved', 'sleeps', 'grows', 'waits', 'fails', 'is kept', 'restarts'])[1 + n / 10 % 10]
    || ' after ' || (n / 100 % 20) || ' days' || (array['', '.', '!', ' I think'])[1 + n / 2000 % 4]`
  await seedWrong({ roundId, workspaceId, people: misses, text })
  const visit = await visitOf(workspaceId, 'slack:TMISS:U1')
  await desk.rulings(visit)
  const before = await spent()
  const view = await desk.rulings(visit)
  const after = await spent()
  console.log(
    `The inbox on ${misses} near misses: ${(after.cpuMs - before.cpuMs).toFixed(0)} ms of processor time, ${after.statements - before.statements} statements, ${view.groups.length + view.more} groups`,
  )
  const page = { since: new Date(0), answers: misses, limit: misses }
  const read = await store.rulings.nearMisses(workspaceId, page)
  const answers = read.misses.flatMap((miss) => miss.players.map((player) => ({ ...miss, players: [player] })))
  const { user, system } = process.cpuUsage()
  const steps = groupWordings(answers)
  let step = steps.next()
  while (!step.done) step = steps.next()
  const used = process.cpuUsage({ user, system })
  console.log(
    `Grouping all ${answers.length}, each by itself: ${((used.user + used.system) / 1000).toFixed(0)} ms of processor time (goal: under ${goal.groupingMs}), ${step.value.length} groups`,
  )
}

/**
 * Adds players who all answered a round and got no points. `text` is SQL with the number `n`. Returns the last answer's
 * id.
 */
async function seedWrong(of: { roundId: number; workspaceId: number; people: number; text: string }): Promise<number> {
  const { rows } = await client.query<{ id: number }>(
    `with player as (
       insert into players (workspace_id, ref, name)
       select $1::bigint, workspace.ref || ':U' || n, 'Player ' || n
       from generate_series(1, $3::int) as n, workspaces as workspace where workspace.id = $1
       returning id, substring(ref from '[0-9]+$')::int as n
     ), answer as (
       insert into answers (workspace_id, round_id, player_id, attempt, text, state, received_at)
       select $1, $2, id, 1, ${of.text}, 'told', now() from player returning id, player_id
     ), grade as (
       insert into grades (answer_id, question_version, score, verdict, findings, cause, earned, graded_at)
       select answer.id, round.question_version, 0, 'incorrect', '{"points": [], "misconceptions": [], "readings": []}', 'graded', 0, now()
       from answer, rounds as round where round.id = $2 returning id, answer_id
     ), entry as (
       insert into ledger (grade_id, workspace_id, player_id, round_id, points, day)
       select grade.id, $1, answer.player_id, $2, 0, current_date from grade join answer on answer.id = grade.answer_id
     )
     select max(id)::int as id from answer`,
    [of.workspaceId, of.roundId, of.people],
  )
  await client.query('vacuum analyze')
  return rows[0]?.id ?? 0
}

async function visitOf(workspaceId: number, ref: `slack:${string}`): Promise<Visit> {
  const [workspace, player] = await Promise.all([store.workspaces.find(workspaceId), store.players.findByRef(ref)])
  if (!workspace || !player) throw new Error('nobody was seeded')
  return { workspace, player, session: { id: 1, workspaceId, playerId: player.id, askedAt: new Date() } }
}

async function spent(): Promise<{ cpuMs: number; postgresMs: number; statements: number }> {
  const { user, system } = process.cpuUsage()
  const used = { cpuMs: (user + system) / 1000, statements }
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where datname is not null')
  const each = await Promise.all(rows.map(({ pid }) => processorMs(pid)))
  return { ...used, postgresMs: each.reduce((sum, one) => sum + one, 0) }
}
