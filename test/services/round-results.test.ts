import { describe, expect, it } from 'vitest'
import type { Grade } from '../../src/domain/rubric/rubric.ts'
import { recountTries } from '../../src/services/disputes/recount-tries.ts'
import { aGrade, anAnswer, aPlayer, aRound, aScene, type Scene } from '../contracts/store/scene.ts'
import { ownStore } from '../kit/servers/own-store.ts'

const { store, client } = await ownStore(6)

const now = new Date('2026-03-03T10:00:00Z')
const texts = ['It sleeps', 'it sleeps ', 'It restarts', 'No idea', 'Once a week']

/** Pseudo-random numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

function gradeOf(score: number): Grade {
  const verdict = score === 1 ? 'correct' : score === 0 ? 'incorrect' : 'partial'
  const points = ['daily', 'random'].map((id, at) => ({ id, found: score > at / 2, evidence: [] }))
  return { ...aGrade(score), verdict, points, misconceptions: [] }
}

async function answers({ round, player }: Scene, text: string, score: number): Promise<number | undefined> {
  const attempt = (await store.answers.ofPlayer(round.id, player.id)).length + 1
  if (attempt > 2) return undefined
  const received = await store.answers.receive(anAnswer({ round, player }, { attempt, text: `${text}` }))
  if (!received) return undefined
  await saves(received.answer.id, score)
  return received.answer.id
}

/** Saves a grade without points, as a decision about a grade does. */
async function saves(answerId: number, score: number): Promise<void> {
  const grade = {
    ...gradeOf(score),
    answerId,
    questionVersion: 'v1',
    cause: 'graded',
    earned: 0,
    gradedAt: now,
  } as const
  await store.transaction(async (tables) => {
    const answer = await tables.answers.find(answerId)
    await tables.rounds.holdGrading({ roundId: answer?.roundId ?? 0 })
    await tables.grades.save(grade)
    await tables.answers.change(answerId, { state: 'told', at: now })
  })
}

type Figures = { missed: Record<string, number>; wordings: string[]; wrong?: string }

/** The expected results of a round, counted one by one in a different way. */
async function slowly(roundId: number): Promise<Figures> {
  const { rows } = await client.query<{
    player_id: string
    text: string
    verdict: string
    score: number
    points: { id: string; found: boolean }[]
  }>(
    `select player_id, text, verdict, score, findings->'points' as points from answers as answer
     join grades on grades.id = (select max(id) from grades where answer_id = answer.id) where round_id = $1 order by answer.id`,
    [roundId],
  )
  const missed: Record<string, number> = {}
  for (const theirs of Map.groupBy(rows, (row) => row.player_id).values()) {
    const [best] = theirs.toSorted((one, other) => other.score - one.score)
    for (const { id } of best?.points.filter(({ found }) => !found) ?? []) missed[id] = (missed[id] ?? 0) + 1
  }
  const misses = rows.filter(({ verdict, text }) => verdict !== 'correct' && text !== '')
  const equal = [...Map.groupBy(misses, ({ text }) => text.trim().toLowerCase())].map(([words, same]) => {
    const people = new Set(same.map((row) => row.player_id)).size
    return { words, people, wrong: same.every(({ verdict }) => verdict === 'incorrect') }
  })
  const most = Math.max(0, ...equal.filter(({ wrong, people }) => wrong && people >= 3).map(({ people }) => people))
  return {
    missed,
    wordings: equal.map(({ words, people }) => `${words}: ${people}`).toSorted(),
    ...(most > 0 && { wrong: String(most) }),
  }
}

async function stored(roundId: number): Promise<Figures | undefined> {
  const { rows } = await client.query<{ missed: Record<string, number>; wordings: number[][]; wrong_people: number }>(
    'select missed, wordings, wrong_people from round_results where round_id = $1',
    [roundId],
  )
  const [row] = rows
  if (!row) return undefined
  const wordings = await Promise.all(
    row.wordings.map(async ([id = 0, ...players]) => {
      const answer = await store.answers.find(id)
      return `${answer?.text.trim().toLowerCase()}: ${players.length}`
    }),
  )
  return {
    ...{ missed: row.missed, wordings: wordings.toSorted() },
    ...(row.wrong_people > 0 && { wrong: String(row.wrong_people) }),
  }
}

describe('the stored results of a revealed round', () => {
  it('are either exact or missing, after any events in any order', async () => {
    const scene = await aScene(store)
    const roll = dice(7)
    const rounds = [scene.round, await aRound(store, scene.channel), await aRound(store, scene.channel)]
    const people = await Promise.all(Array.from({ length: 8 }, () => aPlayer(store, scene.workspace)))
    const ids: number[] = []
    for (const round of rounds) {
      for (const player of people) {
        const id = await answers({ ...scene, round, player }, texts[roll(texts.length)] ?? '', roll(3) / 2)
        if (id !== undefined) ids.push(id)
      }
      await store.rounds.change(round.id, { state: 'closed', revealedAt: now })
    }
    const one = <Item>(list: readonly Item[]) => list[roll(list.length)] as Item
    let exact = 0
    for (let turn = 0; turn < 120; turn++) {
      const [round, player] = [one(rounds), one(people)]
      await [
        () => answers({ ...scene, round, player }, one(texts), roll(3) / 2),
        () => saves(one(ids), roll(3) / 2),
        () =>
          store.transaction(async (tables) => {
            await tables.rounds.holdGrading({ roundId: round.id })
            const [answer] = await tables.answers.ofPlayer(round.id, player.id)
            if (!answer) return
            const given = { ...gradeOf(roll(3) / 2), cause: 'dispute' as const }
            await recountTries(tables, { answerId: answer.answer.id, difficulty: 'easy', now }, given)
          }),
        () => store.rounds.countPast(2),
        () => store.rounds.recount([round.id]),
      ][roll(5)]?.()
      for (const { id } of rounds) {
        const found = await stored(id)
        if (!found) continue
        exact++
        expect(found, `turn ${turn}`).toEqual(await slowly(id))
      }
    }
    expect(exact).toBeGreaterThan(60)
    while ((await store.rounds.countPast(10)) > 0);
    for (const { id } of rounds) expect(await stored(id)).toEqual(await slowly(id))
  })

  it('stay exact while grades are saved and rounds are counted at the same time', async () => {
    const scene = await aScene(store)
    await store.rounds.change(scene.round.id, { state: 'closed', revealedAt: now })
    const people = await Promise.all(Array.from({ length: 12 }, () => aPlayer(store, scene.workspace)))
    await Promise.all([
      ...people.map((player, at) => answers({ ...scene, player }, texts[at % texts.length] ?? '', (at % 3) / 2)),
      ...people.map(() => store.rounds.countPast(1)),
    ])
    const found = await stored(scene.round.id)
    if (found) expect(found).toEqual(await slowly(scene.round.id))
    while ((await store.rounds.countPast(10)) > 0);
    expect(await stored(scene.round.id)).toEqual(await slowly(scene.round.id))
  })

  it('are counted without a player who is forgotten while they are being counted', async () => {
    const scene = await aScene(store)
    await answers(scene, 'It sleeps', 0)
    await store.rounds.change(scene.round.id, { state: 'closed', revealedAt: now })
    let forgotten: Promise<void> | undefined
    await store.transaction(async (tables) => {
      await tables.rounds.recount([scene.round.id])
      forgotten = store.players.forget(scene.player.id, 'a fingerprint')
      await expect
        .poll(() => store.answers.ofPlayer(scene.round.id, scene.player.id))
        .toMatchObject([{ answer: { text: '' } }])
    })
    await forgotten
    while ((await store.rounds.countPast(10)) > 0);
    expect(await stored(scene.round.id)).toEqual({ missed: { daily: 1, random: 1 }, wordings: [] })
  })

  it('are counted without texts that are due to be erased', async () => {
    const scene = await aScene(store)
    await answers(scene, 'It sleeps', 0)
    await store.rounds.change(scene.round.id, { state: 'closed', revealedAt: now })
    await store.rounds.recount([scene.round.id])
    expect((await stored(scene.round.id))?.wordings).toEqual(['it sleeps: 1'])
    await store.retention.erase('answers', { now: new Date('2030-01-01T00:00:00Z'), months: 12, limit: 1000 })
    expect(await stored(scene.round.id)).toBeUndefined()
    await store.rounds.countPast(1000)
    expect(await stored(scene.round.id)).toEqual({ missed: { daily: 1, random: 1 }, wordings: [] })
  })

  it('are deleted with their workspace, and show no text of a forgotten player', async () => {
    const scene = await aScene(store)
    const people = await Promise.all([1, 2, 3].map(() => aPlayer(store, scene.workspace)))
    for (const player of people) await answers({ ...scene, player }, 'It sleeps', 0)
    await store.rounds.change(scene.round.id, { state: 'closed', revealedAt: now })
    await store.rounds.recount([scene.round.id])
    const wrong = async () => (await store.overview.questions(scene.workspace.id, new Date(0)))[0]?.wrongAnswer
    const misses = async () =>
      (await store.rulings.nearMisses(scene.workspace.id, { since: new Date(0), answers: 10, limit: 10 })).misses
    expect(await wrong()).toEqual({ text: 'It sleeps', people: 3 })
    expect(await misses()).toMatchObject([{ text: 'It sleeps' }])
    for (const [at, player] of people.toReversed().entries()) {
      await store.players.forget(player.id, `fingerprint ${at}`)
      expect(await wrong()).toBeUndefined()
      expect(await misses()).toHaveLength(at < 2 ? 1 : 0)
      expect(await stored(scene.round.id)).toBeUndefined()
      while ((await store.rounds.countPast(10)) > 0);
      expect(await stored(scene.round.id)).toEqual(await slowly(scene.round.id))
    }
    await store.workspaces.remove(scene.workspace.ref)
    const { rows } = await client.query('select from round_results where round_id = $1', [scene.round.id])
    expect(rows).toEqual([])
  })
})
