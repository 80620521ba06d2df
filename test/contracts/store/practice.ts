import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'

<<<<<<< HEAD

import { aPlayer, aScene } from './scene.ts'

const card = { due: '2026-03-05T09:00:00.000Z', memory: { stability: 1 } }

export function practiceContract(open: () => Store): void {
  describe('practice', () => {
    test('a player practises a question once, with the version that is asked now', async () => {
      const store = open()
      const { player, workspace } = await aScene(store)
      const other = await aPlayer(store, workspace)
      const first = await store.practice.ask({ playerId: player.id, questionId: 'slug', questionVersion: 'v1' })
      await store.practice.keep(first.id, card)
      const again = await store.practice.ask({ playerId: player.id, questionId: 'slug', questionVersion: 'v2' })
      expect(again).toEqual({ ...first, questionVersion: 'v2', card })
      expect(await store.practice.find(first.id)).toEqual(again)
      expect(await store.practice.ofPlayer(player.id)).toEqual([again])
      expect(await store.practice.ofPlayer(other.id)).toEqual([])
    })

    test('what was missed in rounds is known, what was got right in the end is not', async () => {
      const store = open()
      const { player, round } = await aScene(store)
      expect(await store.practice.missed(player.id)).toEqual([])
      await answered(store, { playerId: player.id, roundId: round.id, attempt: 1, verdict: 'partial' })
      expect(await store.practice.missed(player.id)).toEqual([round.questionId])
      await answered(store, { playerId: player.id, roundId: round.id, attempt: 2, verdict: 'correct' })
      expect(await store.practice.missed(player.id)).toEqual([])
    })
  })
}

async function answered(
  store: Store,
  given: { playerId: number; roundId: number; attempt: number; verdict: 'partial' | 'correct' },
): Promise<void> {
  const { verdict, ...rest } = given
  const at = new Date('2026-03-02T09:00:00Z')
  const text = `attempt ${given.attempt}`
  const received = await store.answers.receive({ ...rest, text, eventId: `${given.roundId} ${text}`, receivedAt: at })
  await store.grades.save({
    answerId: received?.answer.id ?? 0,
    questionVersion: 'v1',
    score: verdict === 'correct' ? 1 : 0.5,
    verdict,
    points: [],
    misconceptions: [],
    readings: [],
    cause: 'graded',
    earned: 5,
    gradedAt: at,
  })
}
=======

import { aGrade, anAnswer, anAnswerWorth, aPlayer, aScene, aWorkspace } from './scene.ts'

export function practiceContract(open: () => Store): void {
  describe('practice', () => {
    test('a question is practised as one item, whose card is kept', async () => {
      const { practice } = open()
      const { id: playerId } = await aPlayer(open(), await aWorkspace(open()))
      const wanted = { playerId, questionId: 'dyno-restart', questionVersion: 'v1' }
      const [first, again] = await Promise.all([practice.ask(wanted), practice.ask(wanted)])
      expect(again).toEqual(first)
      expect(first).toEqual({ ...wanted, id: first.id })
      expect(await practice.ask({ ...wanted, questionVersion: 'v2' })).toEqual({ ...first, questionVersion: 'v2' })
      expect(await practice.find(first.id)).toEqual({ ...first, questionVersion: 'v2' })
      const card = { due: '2026-03-05T09:00:00.000Z', memory: { stability: 2.3 } }
      await practice.keep(first.id, card)
      expect(await practice.ofPlayer(playerId)).toEqual([{ ...first, questionVersion: 'v2', card }])
      expect(await practice.ofPlayer(playerId + 1000)).toEqual([])
    })

    test('what was missed in rounds comes back, until it was got right', async () => {
      const scene = await aScene(open())
      const { practice } = open()
      const missed = async (score: number, attempt: number) => {
        const received = await open().answers.receive(anAnswer(scene, { attempt, text: `Attempt ${attempt}` }))
        const answerId = received?.answer.id ?? 0
        const grade = { ...aGrade(score), answerId, questionVersion: 'v1', cause: 'graded', earned: 0 } as const
        await open().grades.save({ ...grade, gradedAt: new Date() })
        return practice.missed(scene.player.id)
      }
      expect(await practice.missed(scene.player.id)).toEqual([])
      expect(await missed(0.5, 1)).toEqual([scene.round.questionId])
      expect(await missed(1, 2)).toEqual([])
      await anAnswerWorth(open(), { ...scene, player: await aPlayer(open(), scene.workspace) }, 1)
      expect(await practice.missed(scene.player.id)).toEqual([])
    })
  })
}
>>>>>>> 1c4439920caaf38dde2d79a6f679d34dc419457d
