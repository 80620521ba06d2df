import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../../src/adapters/postgres/index.ts'
import type { ChangeKind } from '../../../src/ports/store/changes.ts'
import { anAnswer, anAnswerWorth, aScene, aTeam, type Scene } from '../../contracts/store/scene.ts'
import { createDatabase, type TestDatabase } from '../../kit/servers/postgres.ts'

let database: TestDatabase
let store: ReturnType<typeof openStore>

beforeAll(async () => {
  database = await createDatabase()
  store = openStore({ url: database.url, poolSize: 3, onError: () => {} })
})

afterAll(async () => {
  await store.close()
  await database.drop()
})

/** Texts that identify Ada, anywhere in the database. */
const traces = /Ada Lovelace|U-ada|analytical engine|reply-to-ada|request-of-ada|event-of-ada|enigne|said Ada/

/** Records what an admin did with a player's texts, as this release and earlier ones record it. */
async function leavesTracesInChanges({ workspace, player }: Pick<Scene, 'workspace' | 'player'>): Promise<void> {
  const admin = await store.players.recognise(workspace.id, { ref: `${workspace.ref}:U-admin`, name: 'Grace' })
  const at = new Date()
  const of = { workspaceId: workspace.id, playerId: player.id }
  const typed = { ...of, answer: 'Ada Lovelace', suggestedAt: at }
  const note = (kind: ChangeKind, about: Record<string, string>, by = admin.id) =>
    store.changes.note({ workspaceId: workspace.id, playerId: by, at, kind, about })
  for (const prompt of ['Who built the analytical engine?', 'Who else built the analytical engine?']) {
    const made = await store.suggestions.add({ ...typed, prompt }, { ofPlayer: 5, ofWorkspace: 9 })
    const old = prompt.includes('else')
    await note('suggestion', { state: 'taken', prompt, ...(old ? {} : { suggestion: String(made?.id) }) })
  }
  await note('suggestion', { state: 'declined', prompt: 'Who was first?', suggestion: '0' })
  for (const file of ['analytical engine.csv', 'old analytical engine.csv']) {
    await note('imported', { file }, player.id)
    await note('import-removed', { file, ...(file.startsWith('old') ? {} : { sender: String(player.id) }) })
  }
  await note('import-removed', { file: 'another.csv', sender: String(admin.id) })
}

/** Creates a player with data in every table that has players' data. */
async function aPlayerWithData(): Promise<Scene> {
  const scene = await aScene(store)
  const { workspace, round, channel } = scene
  const player = await store.players.recognise(workspace.id, { ref: `${workspace.ref}:U-ada`, name: 'Ada Lovelace' })
  const team = await aTeam(store, workspace)
  await store.players.change(player.id, { teamId: team.id, goal: 3 })
  await store.hints.take(round.id, player.id)
  const { answerId } = await anAnswerWorth(store, { round, player }, 8, { teamId: team.id })
  const words = {
    text: 'The analytical engine',
    path: 'reply-to-ada',
    requestId: 'request-of-ada',
    eventId: 'event-of-ada',
  }
  const waiting = await store.answers.receive(anAnswer({ round, player }, { ...words, attempt: 2 }))
  await store.grades.save({
    score: 0.5,
    verdict: 'partial',
    points: [{ id: 'daily', found: true, evidence: [{ start: 4, end: 14 }] }],
    misconceptions: [],
    readings: [{ read: 'enigne', as: 'engine' }],
    answerId: waiting?.answer.id ?? 0,
    questionVersion: 'v1',
    cause: 'regrade',
    earned: 0,
    gradedAt: new Date(),
  })
  await store.practice.ask({
    workspaceId: player.workspaceId,
    playerId: player.id,
    questionId: round.questionId,
    questionVersion: 'v1',
  })
  const { dispute } = await store.disputes.open({
    workspaceId: workspace.id,
    answerId,
    playerId: player.id,
    openedAt: new Date(),
    reason: 'The analytical engine counts',
  })
  await store.disputes.decide(dispute.id, {
    state: 'rejected',
    note: 'said Ada',
    decidedBy: player.id,
    decidedAt: new Date(),
  })
  const message = { summary: 'The analytical engine', blocks: [] }
  const author = { ref: player.ref, name: player.name }
  await store.transcript.append({ channel: channel.ref, message, author, key: 'said' })
  await store.transcript.append({ channel: channel.ref, message, onlyFor: player.ref, key: 'told' })
  const { id: playerId, workspaceId } = player
  await store.shares.add({ workspaceId, playerId, roundId: round.id, pressedAt: new Date() })
  await store.practice.recall({ workspaceId, playerId, roundId: round.id, knew: true, pressedAt: new Date() })
  await store.reminders.keep({ playerId, workspaceId, time: '16:05', zone: 'Europe/Berlin' })
  await store.reminders.begin(player, '2026-03-02')
  await store.pauses.keep(player, [{ first: '2026-03-03', last: '2026-03-04' }])
  await leavesTracesInChanges({ workspace, player })
  return { ...scene, player }
}

test('an export contains everything that is stored', async () => {
  const { player, round } = await aPlayerWithData()
  const all = await store.players.everythingOf(player.id)
  expect(all).toMatchObject({
    ref: player.ref,
    name: 'Ada Lovelace',
    team: expect.stringMatching(/^Team/),
    streak: { current: 0 },
    goal: 3,
    points: 8,
    answers: [
      { question: round.questionId, day: round.localDate, attempt: 1, grades: [{ verdict: 'correct', earned: 8 }] },
      { attempt: 2, text: 'The analytical engine', grades: [{ earned: 0 }] },
    ],
    disputes: [{ state: 'rejected', reason: 'The analytical engine counts', note: 'said Ada' }],
    hints: [{ question: round.questionId }],
    practice: [{ question: round.questionId }],
    recalls: [{ question: round.questionId, knew: true }],
    shares: [{ question: round.questionId }],
    reminder: { time: '16:05', zone: 'Europe/Berlin' },
    reminded: [{ date: '2026-03-02' }],
    pauses: [{ first: '2026-03-03', last: '2026-03-04' }],
    messages: [{ message: { summary: 'The analytical engine' } }],
  })
  // A reply path gives access to somebody's chat, and is not data about them.
  expect(JSON.stringify(all)).not.toContain('reply-to-ada')
  expect(JSON.parse(JSON.stringify(all))).toHaveProperty('answers.1.receivedAt', '2026-03-02T10:00:00.000Z')
  expect(await store.players.everythingOf(4_000_000)).toEqual({})
  await store.players.forget(player.id, 'a fingerprint')
})

test('only the points of a forgotten player stay, and they come back as a new player', async () => {
  const { workspace, player, round } = await aPlayerWithData()
  const board = { workspaceId: workspace.id, window: 'all', day: '2026-03-02', teamScore: 'best-three' } as const
  const [before] = await store.boards.top({ ...board, by: 'players' }, 10)
  const teams = await store.boards.top({ ...board, by: 'teams' }, 10)
  expect((await everyRow()).filter((row) => traces.test(row))).not.toEqual([])

  await store.players.forget(player.id, 'a fingerprint')
  expect((await everyRow()).filter((row) => traces.test(row))).toEqual([])
  const changes = await store.changes.latest(workspace.id, { limit: 20 })
  const kept = changes.flatMap(({ kind, about: { prompt, file } }) => (prompt || file ? [[kind, prompt ?? file]] : []))
  expect([changes.length, kept]).toEqual([
    8,
    [
      ['import-removed', 'another.csv'],
      ['suggestion', 'Who was first?'],
    ],
  ])
  expect(await store.boards.top({ ...board, by: 'players' }, 10)).toEqual([{ ...before, name: '' }])
  expect(await store.boards.top({ ...board, by: 'teams' }, 10)).toEqual(teams)
  expect(await store.boards.differences(workspace.id)).toEqual([])
  const attempts = await store.answers.ofPlayer(round.id, player.id)
  expect(await store.practice.ofPlayer(player.id)).toEqual([])
  expect(await store.players.find(player.id)).toMatchObject({ forgotten: true })
  expect(await store.players.find(player.id)).not.toHaveProperty('goal')
  expect((await everyRow()).filter((row) => row.startsWith(`recalls (${round.id},${player.id},`))).toEqual([])
  expect([await store.reminders.find(player.id), await store.pauses.of(player.id)]).toEqual([undefined, []])
  expect(attempts.map(({ answer }) => [answer.text, answer.state])).toEqual(Array(2).fill(['', 'told']))
  expect((await store.answers.ofRound(round.id)).best.map(({ playerName }) => playerName)).toEqual([''])

  const back = await store.players.recognise(workspace.id, { ref: player.ref, name: player.name })
  expect(back.id).not.toBe(player.id)
  expect(back).not.toHaveProperty('teamId')
  await store.players.forget(player.id, 'a fingerprint')
  expect(await store.players.find(back.id)).toEqual(back)
})

test('a player who took a hint and was forgotten can’t answer that question as a new player', async () => {
  const { workspace, player, round } = await aScene(store)
  await store.hints.take(round.id, player.id)
  await store.players.forget(player.id, 'of the one who peeked')
  const back = await store.players.recognise(workspace.id, { ref: player.ref, name: player.name })
  const again = anAnswer({ round, player: back }, { fingerprint: 'of the one who peeked' })
  expect(await store.answers.receive(again)).toBeUndefined()
  expect(await store.answers.receive({ ...again, fingerprint: 'of somebody else' })).toMatchObject({ repeated: false })
})

async function everyRow(): Promise<string[]> {
  const client = new Client({ connectionString: database.url })
  await client.connect()
  const tables = await client.query<{ name: string }>(
    `select format('%I', table_name) as name from information_schema.tables where table_schema = 'public'`,
  )
  const rows: string[] = []
  for (const { name } of tables.rows) {
    const { rows: texts } = await client.query<{ row: string }>(
      `select '${name} ' || one::text as row from ${name} as one`,
    )
    rows.push(...texts.map(({ row }) => row))
  }
  await client.end()
  return rows
}
