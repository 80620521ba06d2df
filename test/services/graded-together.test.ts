import { describe, expect, it } from 'vitest'
import type { Queue } from '../../src/ports/queue.ts'
import type { Store } from '../../src/ports/store/store.ts'
import { createGrader } from '../../src/services/answers/create-grader.ts'
import { openBank } from '../../src/services/bank.ts'
import type { Deps } from '../../src/services/deps.ts'
import { anAnswer, aPlayer, aRound, aScene, aTeam, type Scene } from '../contracts/store/scene.ts'
import { ownStore } from '../kit/servers/own-store.ts'
import { pretendChat } from '../kit/services/pretend-chat.ts'

const { store, client } = await ownStore(6)

type Worker = { grade: Deps['gradeAnswer']; told: number[]; reads: number[]; writes: number[] }

/** A separate worker that counts how many answers it reads and writes together. */
function aWorker(): Worker {
  const [told, reads, writes]: [number[], number[], number[]] = [[], [], []]
  const bank = openBank(store)
  const grading: Store['grading'] = {
    async sheets(wanted) {
      const found = await store.grading.sheets(wanted)
      reads.push(found.length)
      return found
    },
    save(graded) {
      writes.push(graded.length)
      return store.grading.save(graded)
    },
  }
  const grade = createGrader({
    ...{ store: { ...store, grading }, bank, chat: pretendChat(), clock: { now: () => new Date() } },
    log: { info() {}, warn() {}, error() {} },
    queue: {
      add: async (job: { name: string; answerId?: number }) => {
        if (job.name === 'tell' && job.answerId !== undefined) told.push(job.answerId)
      },
    } as unknown as Queue,
  })
  return { grade, told, reads, writes }
}

async function waiting(scene: Scene, count: number, teamId?: number): Promise<number[]> {
  const ids: number[] = []
  for (let number = 0; number < count; number++) {
    const player = await aPlayer(store, scene.workspace)
    const taken = await store.answers.receive(anAnswer({ ...scene, player }, teamId === undefined ? {} : { teamId }))
    if (taken) ids.push(taken.answer.id)
  }
  return ids
}

async function statesOf(ids: number[]): Promise<string[]> {
  return Promise.all(ids.map(async (id) => (await store.answers.find(id))?.state ?? 'gone'))
}

async function gradesOf(ids: number[]): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from ledger join grades on grades.id = grade_id where answer_id = any ($1)',
    [ids],
  )
  return rows[0]?.count ?? 0
}

describe('answers that are waiting at the same time', () => {
  it('are read and saved together by the job of one of them, and the other jobs do nothing', async () => {
    const scene = await aScene(store)
    const team = await aTeam(store, scene.workspace)
    const ids = await waiting(scene, 70, team.id)
    const worker = aWorker()
    await worker.grade(ids[0] ?? 0)
    expect(worker.writes).toEqual([64, 6])
    const { length } = worker.reads
    for (const id of ids) await worker.grade(id)
    expect(worker.reads).toHaveLength(length)
    expect(new Set(await statesOf(ids))).toEqual(new Set(['graded']))
    expect(worker.told.toSorted((a, b) => a - b)).toEqual(ids)
    expect(await gradesOf(ids)).toBe(70)
    expect(await store.boards.differences(scene.workspace.id)).toEqual([])
  })

  it('don’t delay a single answer, which is read and saved immediately', async () => {
    const scene = await aScene(store)
    const [id = 0] = await waiting(scene, 1)
    const worker = aWorker()
    await worker.grade(id)
    expect([worker.reads, worker.writes, worker.told]).toEqual([[1], [1], [id]])
  })

  it('are graded in order if they are from one player, and the second try earns half of its improvement', async () => {
    const scene = await aScene(store)
    const first = await store.answers.receive(anAnswer(scene, { text: 'No idea' }))
    const second = await store.answers.receive(anAnswer(scene, { attempt: 2 }))
    const worker = aWorker()
    await worker.grade(second?.answer.id ?? 0)
    expect(worker.writes).toEqual([2])
    const tries = await store.answers.ofPlayer(scene.round.id, scene.player.id)
    expect(tries.map(({ grade }) => [grade?.score, grade?.earned])).toEqual([
      [0, 0],
      [1, 5],
    ])
    expect(worker.told).toEqual([first?.answer.id, second?.answer.id])
  })

  it('make a streak of two if they are from one player on two days in a row', async () => {
    const scene = await aScene(store)
    const days = ['2026-03-02', '2026-03-03']
    const ids: number[] = []
    for (const day of days) {
      const round = await aRound(store, scene.channel, day, 'scheduled')
      const taken = await store.answers.receive(anAnswer({ ...scene, round }))
      ids.push(taken?.answer.id ?? 0)
    }
    const worker = aWorker()
    await worker.grade(ids[0] ?? 0)
    expect(worker.writes).toEqual([2])
    expect((await store.players.find(scene.player.id))?.streak).toMatchObject({ current: 2, lastDay: '2026-03-03' })
  })
})

describe('one answer among 64 that cannot be graded', () => {
  const poisons: [string, (id: number) => Promise<() => Promise<unknown>>][] = [
    [
      'because the database refuses its grade',
      async (id) => {
        await client.query(`alter table grades add constraint poison check (answer_id <> ${id}) not valid`)
        return () => client.query('alter table grades drop constraint poison')
      },
    ],
    [
      'because its question was never loaded',
      async (id) => {
        await client.query(
          "set session_replication_role = replica; update rounds set question_version = 'lost' where id = " +
            `(select round_id from answers where id = ${id}); set session_replication_role = origin`,
        )
        return () => client.query("delete from rounds where question_version = 'lost'")
      },
    ],
  ]
  it.each(poisons)('delays no other answer, %s', async (_, poison) => {
    const scene = await aScene(store)
    const before = await waiting(scene, 30)
    const other = await aRound(store, scene.channel)
    const [bad = 0] = await waiting({ ...scene, round: other }, 1)
    const after = await waiting(scene, 33)
    const cure = await poison(bad)
    const worker = aWorker()
    const outcomes = await Promise.allSettled([...before, bad, ...after].map((id) => worker.grade(id)))
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1)
    expect(new Set(await statesOf([...before, ...after]))).toEqual(new Set(['graded']))
    expect(await statesOf([bad])).toEqual(['received'])
    expect(await gradesOf([...before, bad, ...after])).toBe(63)
    expect(worker.told).not.toContain(bad)
    const newer = await waiting(scene, 3)
    await worker.grade(newer[0] ?? 0)
    expect(await statesOf(newer)).toEqual(['graded', 'graded', 'graded'])
    await cure()
    expect(await store.boards.differences(scene.workspace.id)).toEqual([])
  })
})

describe('two workers', () => {
  it('with the same backlog grade each answer once', async () => {
    const scene = await aScene(store)
    const team = await aTeam(store, scene.workspace)
    const ids = await waiting(scene, 150, team.id)
    const workers = [aWorker(), aWorker()]
    await Promise.all(ids.map((id, place) => workers[place % 2]?.grade(id)))
    expect(new Set(await statesOf(ids))).toEqual(new Set(['graded']))
    expect(await gradesOf(ids)).toBe(150)
    expect(new Set(workers.flatMap(({ told }) => told))).toEqual(new Set(ids))
    expect(await store.boards.differences(scene.workspace.id)).toEqual([])
  })

  it('deliver every grade even if one dies after the commit, because the other runs separate jobs for delivery', async () => {
    const scene = await aScene(store)
    const ids = await waiting(scene, 5)
    const wanted = { asked: ids, along: 0, after: 0, behind: 0, apart: [] }
    const dying = aWorker()
    const died = dying.grade(ids[0] ?? 0)
    await died
    const survivor = aWorker()
    for (const id of ids) await survivor.grade(id)
    expect((await store.grading.sheets(wanted)).map(({ attempts }) => attempts.at(-1)?.answer.state)).toEqual(
      ids.map(() => 'graded'),
    )
    expect(survivor.told).toEqual(ids)
    expect(survivor.writes).toEqual([])
    expect(await gradesOf(ids)).toBe(5)
  })
})
