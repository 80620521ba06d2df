import { expect, test, vi } from 'vitest'
import { noStreak } from '../../../src/domain/habit/streak.ts'
import type { Graded } from '../../../src/ports/store/grading.ts'
import type { Tables } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswer, aScene, type Scene } from '../../contracts/store/scene.ts'
import { ownStore } from '../../kit/servers/own-store.ts'

const { store, client } = await ownStore(4)

async function waitForLock(count = 1): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await client.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    expect(rows).toHaveLength(count)
  })
}

/** Starts the second task before the first is committed, and waits until it blocks. */
async function overlapping<T>(first: (tables: Tables) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  let other: Promise<T> | undefined
  await store.transaction(async (tables) => {
    await first(tables)
    other = second()
    other.catch(() => {})
    await waitForLock()
  })
  if (!other) throw new Error('nothing overlapped')
  return other
}

async function textsOf({ player }: Scene): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>('select text from answers where player_id = $1', [player.id])
  return rows.map(({ text }) => text)
}

test('an answer that is being stored when its player is forgotten loses its text too', async () => {
  const scene = await aScene(store)
  await overlapping(
    (tables) => tables.answers.receive(anAnswer(scene, { text: 'My name is Ada' })),
    () => store.players.forget(scene.player.id, 'a fingerprint'),
  )
  expect(await textsOf(scene)).toEqual([''])
})

test('an answer that arrives while its player is being forgotten is not stored', async () => {
  const scene = await aScene(store)
  const stored = await overlapping(
    (tables) => tables.players.forget(scene.player.id, 'a fingerprint'),
    () => store.answers.receive(anAnswer(scene, { text: 'My name is Ada' })),
  )
  expect(stored).toBeUndefined()
  expect(await textsOf(scene)).toEqual([])
  expect(await store.answers.receive(anAnswer(scene, { fingerprint: 'another' }))).toBeUndefined()
})

test('forgetting a player and grading their answer at the same moment both succeed', async () => {
  const scene = await aScene(store)
  const taken = await store.answers.receive(anAnswer(scene, { text: 'My name is Ada' }))
  if (!taken) throw new Error('the answer was refused')
  const day = '2026-03-02'
  const nobody = { along: 0, after: 0, behind: 0, apart: [] }
  const [sheet] = await store.grading.sheets({ asked: [taken.answer.id], ...nobody })
  const graded: Graded = {
    answer: taken.answer,
    roundVersion: sheet?.roundVersion ?? '',
    grade: { ...aGrade(), questionVersion: 'v1', cause: 'graded', gradedAt: new Date() },
    entry: {
      workspaceId: scene.workspace.id,
      playerId: scene.player.id,
      roundId: scene.round.id,
      points: 7,
      day,
    },
    streak: { before: noStreak, after: { current: 1, longest: 1, freezes: 0, lastDay: day } },
  }
  await client.query('begin')
  await client.query('select from players where id = $1 for update', [scene.player.id])
  const forgotten = store.players.forget(scene.player.id, 'a fingerprint')
  await waitForLock()
  const saved = store.grading.save([graded])
  await waitForLock(2)
  await client.query('commit')
  const [, ids] = await Promise.all([forgotten, saved])
  expect(ids).toEqual(new Set())
  expect(await textsOf(scene)).toEqual([''])
})

async function aWaitingAnswer(scene: Scene): Promise<number> {
  const taken = await store.answers.receive(anAnswer(scene, { text: 'My name is Ada' }))
  if (!taken) throw new Error('the answer was refused')
  return taken.answer.id
}

test('a ruling that is made while a player is being forgotten reads none of their answers', async () => {
  const scene = await aScene(store)
  const id = await aWaitingAnswer(scene)
  const tries = await overlapping(
    (tables) => tables.players.forget(scene.player.id, 'a fingerprint'),
    () => store.transaction((tables) => tables.rulings.lockTries([id])),
  )
  expect(tries.map(({ answer }) => answer.text)).toEqual([''])
})

test('deciding a dispute in chat and its words on the desk at the same moment causes no deadlock', async () => {
  const scene = await aScene(store)
  const answerId = await aWaitingAnswer(scene)
  const { workspace, player } = scene
  const opened = { workspaceId: workspace.id, answerId, playerId: player.id, openedAt: new Date() }
  const { dispute } = await store.disputes.open(opened)
  let atDesk: Promise<unknown> | undefined
  await store.transaction(async (tables) => {
    await tables.disputes.find(dispute.id, 'lock')
    atDesk = store.transaction(async (desk) => {
      await desk.rulings.lockTries([answerId])
      await desk.disputes.find(dispute.id, 'lock')
    })
    atDesk.catch(() => {})
    await waitForLock()
    await tables.answers.find(answerId, 'lock')
  })
  await expect(atDesk).resolves.toBeUndefined()
})
