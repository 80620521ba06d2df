import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { anAnswerWorth, aQuestion, aScene } from './scene.ts'

export function retentionContract(open: () => Store): void {
  describe('retention', () => {
    /** An answer of 2026-03-02 whose grade was delivered, or not yet. */
    async function anOldAnswer(state: 'told' | 'graded' = 'told') {
      const store = open()
      const scene = await aScene(store)
      const { answerId } = await anAnswerWorth(store, scene, 10)
      if (state === 'told') await store.answers.change(answerId, { state, at: new Date('2026-03-02T10:00:02Z') })
      return { ...scene, answerId }
    }

    const [early, late] = [new Date('2027-03-02T09:59:00Z'), new Date('2027-03-02T10:01:00Z')]
    const erase = (now: Date) => open().retention.erase('answers', { now, months: 12, limit: 1000 })
    const textOf = async (answerId: number) => (await open().answers.find(answerId))?.text

    test('texts and their quotes are erased after the retention period, and points stay', async () => {
      const store = open()
      await erase(new Date('2030-01-01T00:00:00Z'))
      const { answerId, workspace } = await anOldAnswer()
      expect(await erase(early)).toBe(0)
      expect((await store.retention.due(late, 12)).answers).toBe(1)
      expect(await erase(late)).toBe(1)
      expect(await erase(late)).toBe(0)
      expect(await textOf(answerId)).toBe('')
      const grade = await store.grades.newest(answerId)
      expect(grade).toMatchObject({
        earnedInAll: 10,
        points: [{ id: 'daily', found: true, evidence: [] }],
        readings: [],
      })
      expect(await store.boards.differences(workspace.id)).toEqual([])
    })

    test('a workspace can have its texts erased earlier, but never later', async () => {
      const store = open()
      const [sooner, later] = [await anOldAnswer(), await anOldAnswer()]
      await store.workspaces.change(sooner.workspace.id, { retentionMonths: 3 })
      await store.workspaces.change(later.workspace.id, { retentionMonths: 24 })
      await erase(new Date('2026-06-03T00:00:00Z'))
      expect([await textOf(sooner.answerId), await textOf(later.answerId)]).toEqual(['', expect.stringMatching(/./)])
      await erase(late)
      expect(await textOf(later.answerId)).toBe('')
    })

    test('an answer whose grade wasn’t delivered keeps its text, no matter how old it is', async () => {
      const { answerId } = await anOldAnswer('graded')
      await erase(new Date('2030-01-01T00:00:00Z'))
      expect(await textOf(answerId)).not.toBe('')
    })

    test('the reason of a dispute is erased like an old answer, and the dispute stays', async () => {
      const store = open()
      const { workspace, player, answerId } = await anOldAnswer()
      const openedAt = new Date('2026-03-02T10:00:00Z')
      const ids = { workspaceId: workspace.id, answerId, playerId: player.id }
      const { dispute } = await store.disputes.open({ ...ids, openedAt, reason: 'It is right.' })
      const eraseReasons = (now: Date) => store.retention.erase('reasons', { now, months: 12, limit: 1000 })
      await eraseReasons(early)
      expect(await store.disputes.find(dispute.id)).toHaveProperty('reason', 'It is right.')
      const { reasons } = await store.retention.due(late, 12)
      expect(await eraseReasons(late)).toBe(reasons)
      const { reason: _, ...rest } = dispute
      expect(await store.disputes.find(dispute.id)).toEqual(rest)
    })

    test('standings of weeks and months end after 13 months, and those of all time stay', async () => {
      const store = open()
      const { workspace, player } = await anOldAnswer()
      const board = { workspaceId: workspace.id, day: '2026-03-02', teamScore: 'sum', by: 'players' } as const
      const place = async (window: 'week' | 'month' | 'all') =>
        (await store.boards.place({ ...board, window }, player.id))?.points
      await store.retention.erase('standings', { now: new Date('2027-03-01T00:00:00Z'), months: 12, limit: 10_000 })
      expect([await place('week'), await place('month'), await place('all')]).toEqual([10, 10, 10])
      await store.retention.erase('standings', { now: new Date('2027-05-01T00:00:00Z'), months: 12, limit: 10_000 })
      expect([await place('week'), await place('month'), await place('all')]).toEqual([undefined, undefined, 10])
    })

    test('links to packs are erased after 30 days, used or not', async () => {
      const { packs, packShares, retention } = open()
      const { workspace, player } = await aScene(open())
      const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }
      const pack = await packs.save(workspace.id, 'runbook', details)
      const sharedAt = new Date('2026-03-02T10:00:00Z')
      const link = { workspaceId: workspace.id, packId: pack.id, playerId: player.id, sharedAt }
      const [used, unused] = [
        await packShares.add(link, { most: 9, since: new Date(0) }),
        await packShares.add(link, { most: 9, since: new Date(0) }),
      ]
      await packShares.take(used?.id ?? 0, sharedAt, new Date(0))
      const links = async () => (await packShares.list(pack, new Date(0))).map(({ id }) => id)
      const [in30, later] = [new Date('2026-04-01T09:59:00Z'), new Date('2026-04-01T10:01:00Z')]
      await retention.erase('links', { now: in30, months: 12, limit: 1000 })
      expect(await links()).toEqual([unused?.id, used?.id])
      expect((await retention.due(later, 12)).links).toBeGreaterThanOrEqual(2)
      await retention.erase('links', { now: later, months: 12, limit: 1000 })
      expect(await links()).toEqual([])
    })

    test('unneeded versions of a question are deleted', async () => {
      const store = open()
      await store.questions.load([aQuestion('dyno-restart'), aQuestion('old one', 'v1')])
      await store.questions.load([aQuestion('dyno-restart'), aQuestion('old one', 'v2')])
      await store.retention.erase('questions', { now: late, months: 12, limit: 100 })
      expect(await store.questions.find('old one', 'v1')).toBeUndefined()
      expect(await store.questions.find('old one', 'v2')).toBeDefined()
      expect(await store.questions.find('dyno-restart', 'v1')).toBeDefined()
    })
  })
}
