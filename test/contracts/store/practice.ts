import { describe, expect, test } from 'vitest'
import { missedQuestions } from '../../../src/domain/progress/answered.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswer, anAnswerWorth, aPlayer, aScene, aWorkspace } from './scene.ts'

export function practiceContract(open: () => Store): void {
  describe('practice', () => {
    test('a question is practiced as one item, whose card is stored', async () => {
      const { practice } = open()
      const { id: playerId, workspaceId } = await aPlayer(open(), await aWorkspace(open()))
      const item = { playerId, questionId: 'dyno-restart', questionVersion: 'v1' }
      const wanted = { ...item, workspaceId }
      const [first, again] = await Promise.all([practice.ask(wanted), practice.ask(wanted)])
      expect(again).toEqual(first)
      expect(first).toEqual({ ...item, id: first.id })
      expect(await practice.ask({ ...wanted, questionVersion: 'v2' })).toEqual({ ...first, questionVersion: 'v2' })
      expect(await practice.find(first.id)).toEqual({ ...first, questionVersion: 'v2' })
      const card = { due: '2026-03-05T09:00:00.000Z', memory: { stability: 2.3 } }
      await practice.keep(first.id, card)
      expect(await practice.ofPlayer(playerId)).toEqual([{ ...first, questionVersion: 'v2', card }])
      expect(await practice.ofPlayer(playerId + 1000)).toEqual([])
    })

    test('a button press below a reveal is stored once per round and player, and never for a forgotten player', async () => {
      const store = open()
      const { round, player, workspace } = await aScene(store)
      const other = await aPlayer(store, workspace)
      const of = ({ id }: { id: number }, knew: boolean) =>
        store.practice.recall({
          roundId: round.id,
          playerId: id,
          workspaceId: workspace.id,
          knew,
          pressedAt: new Date(),
        })
      const both = await Promise.all([of(player, true), of(player, false)])
      expect(both.toSorted()).toEqual([false, true])
      expect(await of(other, false)).toBe(true)
      await store.players.forget(other.id, 'a fingerprint')
      expect(await of(other, false)).toBe(false)
      expect(await store.players.everythingOf(player.id)).toMatchObject({
        recalls: [{ question: round.questionId, day: round.localDate }],
      })
      const erase = (now: string) => store.retention.erase('recalls', { now: new Date(now), months: 12, limit: 1000 })
      expect(await erase(new Date().toISOString())).toBe(0)
      expect(await erase('2100-01-01')).toBe(1)
    })

    test('a question missed in a round comes back until it is answered right', async () => {
      const scene = await aScene(open())
      const missedBy = async ({ id }: { id: number }) => missedQuestions(await open().progress.answers(id))
      const missed = async (score: number, attempt: number) => {
        const received = await open().answers.receive(anAnswer(scene, { attempt, text: `Attempt ${attempt}` }))
        const answerId = received?.answer.id ?? 0
        const grade = { ...aGrade(score), answerId, questionVersion: 'v1', cause: 'graded', earned: 0 } as const
        await open().grades.save({ ...grade, gradedAt: new Date() })
        return missedBy(scene.player)
      }
      expect(await missedBy(scene.player)).toEqual([])
      expect(await missed(0.5, 1)).toEqual([scene.round.questionId])
      expect(await missed(1, 2)).toEqual([])
      await anAnswerWorth(open(), { ...scene, player: await aPlayer(open(), scene.workspace) }, 1)
      expect(await missedBy(scene.player)).toEqual([])
    })
  })
}
