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

  describe('the answers that an admin can sort', () => {
    const since = new Date(0)
    const page = { since, answers: 10, limit: 10 }

    test('are each text once, disputed ones first, then the most common, with any grade', async () => {
      const [scene, stranger] = [await aScene(open()), await aScene(open())]
      for (const text of ['Never', 'Each night', 'each night ']) await answered(scene, text, 1)
      const disputed = await answered(scene, 'Rarely', 0)
      const playerId = (await open().answers.find(disputed))?.playerId ?? 0
      await open().disputes.open({ workspaceId: scene.workspace.id, answerId: disputed, playerId, openedAt: madeAt })
      await answered(stranger, 'MarkerOfOthers', 1)
      const about = { workspaceId: scene.workspace.id, questionId, questionVersion: 'v1' }
      const found = await open().rulings.unsorted(about, page)
      expect(
        found.map(({ text, players, disputes, grade }) => [text, players.length, disputes, grade.verdict]),
      ).toEqual([
        ['Rarely', 1, 1, 'incorrect'],
        ['each night ', 2, 0, 'correct'],
        ['Never', 1, 0, 'correct'],
      ])
      expect(await open().rulings.unsorted(about, { ...page, limit: 1 })).toHaveLength(1)
      expect(await open().rulings.unsorted(about, { ...page, since: new Date('2100-01-01') })).toEqual([])
      expect(await open().rulings.unsorted({ ...about, questionVersion: 'v2' }, page)).toEqual([])
    })

    test('are without those that were ruled on, unless they are disputed', async () => {
      const scene = await aScene(open())
      const admin = await aPlayer(open(), scene.workspace)
      const about = { workspaceId: scene.workspace.id, questionId, questionVersion: 'v1' }
      for (const text of ['Each night', 'Never']) {
        const answerId = await answered(scene, text, 0)
        const ruling = { ...about, wordsKey: text, mark: 'as-graded', decidedBy: admin.id, decidedAt: madeAt } as const
        await open().rulings.decide({ ...ruling, answerId }, 0)
      }
      const answerId = await answered(scene, 'never', 0)
      const left = async () => (await open().rulings.unsorted(about, page)).map(({ text }) => text)
      expect(await left()).toEqual([])
      const playerId = (await open().answers.find(answerId))?.playerId ?? 0
      await open().disputes.open({ workspaceId: scene.workspace.id, answerId, playerId, openedAt: madeAt })
      expect(await left()).toEqual(['never'])
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
      const rule = async (text: string, mark: 'right' | 'half' | 'as-graded', most?: 'incorrect') => {
        const answerId = await answered(scene, text, most ? 1 : 0)
        const about = { workspaceId: scene.workspace.id, questionId, questionVersion: 'v1', wordsKey: text }
        await rulings.decide(
          { ...about, mark, ...(most && { most }), decidedBy: admin.id, decidedAt: madeAt, answerId },
          0,
        )
      }
      await rule('fine', 'right')
      await rule('so so', 'half')
      await rule('no', 'as-graded')
      await rule('graded right, sorted as wrong', 'as-graded', 'incorrect')
      const answerId = await answered(scene, 'disputed', 0)
      const opened = await disputes.open({
        ...{ workspaceId: scene.workspace.id, answerId, playerId: scene.player.id, openedAt: madeAt },
      })
      const held = async () =>
        Object.fromEntries(
          (await overlays.bounds(scene.workspace.id, questionId)).map(({ text, most }) => [text, most]),
        )
      const ruled = { 'so so': 'partial', no: 'incorrect', 'graded right, sorted as wrong': 'incorrect' }
      expect(await held()).toEqual(ruled)
      await disputes.decide(opened?.dispute.id ?? 0, { state: 'rejected', decidedBy: admin.id, decidedAt: madeAt })
      expect(await held()).toEqual({ ...ruled, disputed: 'incorrect' })
    })
  })
}
