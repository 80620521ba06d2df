import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswer, aPlayer, aRound, aScene, next, type Scene } from './scene.ts'

const madeAt = new Date('2026-03-02T09:00:00Z')
const questionId = 'dyno-restart'

export function overlaysContract(open: () => Store): void {
  function anOverlay({ workspace, player }: Pick<Scene, 'workspace' | 'player'>, pattern: string) {
    const additions = [{ point: 'daily', says: [pattern] }]
    return {
      workspaceId: workspace.id,
      questionId,
      questionVersion: 'v1',
      additions,
      taught: 1,
      madeBy: player.id,
      madeAt,
    }
  }

  async function answered(scene: Scene, text: string, score: number): Promise<number> {
    const { answers, grades, players } = open()
    const player = await players.recognise(scene.workspace.id, { ref: `${scene.workspace.ref}:P${next()}`, name: 'P' })
    const received = await answers.receive(anAnswer({ ...scene, player }, { text }))
    const answerId = received?.answer.id ?? 0
    const grade = { ...aGrade(score), verdict: score === 1 ? ('correct' as const) : ('incorrect' as const) }
    await grades.save({ ...grade, answerId, questionVersion: 'v1', cause: 'graded', earned: 0, gradedAt: madeAt })
    return answerId
  }

  describe('a workspace’s additions to a rubric', () => {
    test('get rising numbers, and if several are added at the same time, one is accepted', async () => {
      const scene = await aScene(open())
      const { overlays } = open()
      const first = anOverlay(scene, 'every day')
      const made = await Promise.all([1, 2, 3].map(() => overlays.add(first, 0)))
      expect(made.filter((one) => one)).toEqual([{ ...first, id: expect.any(Number), revision: 1 }])
      const second = await overlays.add({ ...first, additions: [] }, 1)
      expect(await overlays.add(first, 1)).toBeUndefined()
      expect(await overlays.newest({ workspaceId: scene.workspace.id })).toEqual([second])
      expect(await overlays.newest({ workspaceId: scene.workspace.id, questionId: 'other' })).toEqual([])
      expect(await overlays.newest({ questionId })).toContainEqual(second)
      expect(await overlays.find(scene.workspace.id, second?.id ?? 0)).toEqual({ ...second, texts: [] })
    })

    test('aren’t visible to other workspaces', async () => {
      const [scene, stranger] = [await aScene(open()), await aScene(open())]
      const { overlays } = open()
      const mine = await overlays.add(anOverlay(scene, 'every day'), 0)
      expect(await overlays.find(stranger.workspace.id, mine?.id ?? 0)).toBeUndefined()
      expect(await overlays.newest({ workspaceId: stranger.workspace.id })).toEqual([])
      expect((await aRound(open(), stranger.channel)).overlayId).toBeUndefined()
    })

    test('are stored with later rounds as they were when the rounds were asked', async () => {
      const scene = await aScene(open())
      const { overlays, rounds } = open()
      expect(scene.round.overlayId).toBeUndefined()
      const first = await overlays.add(anOverlay(scene, 'every day'), 0)
      const asked = await aRound(open(), scene.channel)
      const second = await overlays.add(anOverlay(scene, 'each day'), 1)
      const later = await aRound(open(), scene.channel)
      expect([asked.overlayId, later.overlayId]).toEqual([first?.id, second?.id])
      expect((await rounds.find(asked.id))?.overlayId).toBe(first?.id)
    })
  })

  describe('the texts that a changed rubric is compared with', () => {
    test('are each text once, with how many people wrote it, from this workspace only', async () => {
      const [scene, stranger] = [await aScene(open()), await aScene(open())]
      for (const text of ['Each night', 'each night ', 'Never']) await answered(scene, text, 0)
      await answered(stranger, 'MarkerOfOthers', 0)
      const page = { answers: 10, limit: 10 }
      const texts = await open().overlays.texts(scene.workspace.id, questionId, page)
      expect(texts.map(({ text, people }) => [text.trim().toLowerCase(), people])).toEqual([
        ['each night', 2],
        ['never', 1],
      ])
      expect(await open().overlays.texts(scene.workspace.id, questionId, { ...page, answers: 1 })).toHaveLength(1)
      expect(await open().overlays.texts(scene.workspace.id, 'other', page)).toEqual([])
    })

    test('have the highest mark that rulings and rejected disputes allow', async () => {
      const scene = await aScene(open())
      const { rulings, disputes, overlays } = open()
      const admin = await aPlayer(open(), scene.workspace)
      const rule = async (text: string, mark: 'right' | 'half' | 'as-graded') => {
        const answerId = await answered(scene, text, 0)
        const about = { workspaceId: scene.workspace.id, questionId, questionVersion: 'v1', wordsKey: text }
        await rulings.decide({ ...about, mark, decidedBy: admin.id, decidedAt: madeAt, answerId }, 0)
      }
      await rule('fine', 'right')
      await rule('so so', 'half')
      await rule('no', 'as-graded')
      const answerId = await answered(scene, 'disputed', 0)
      const opened = await disputes.open({
        ...{ workspaceId: scene.workspace.id, answerId, playerId: scene.player.id, openedAt: madeAt },
      })
      const held = async () =>
        Object.fromEntries(
          (await overlays.bounds(scene.workspace.id, questionId)).map(({ text, most }) => [text, most]),
        )
      expect(await held()).toEqual({ 'so so': 'partial', no: 'incorrect' })
      await disputes.decide(opened?.dispute.id ?? 0, { state: 'rejected', decidedBy: admin.id, decidedAt: madeAt })
      expect(await held()).toEqual({ 'so so': 'partial', no: 'incorrect', disputed: 'incorrect' })
    })
  })
}
