import { describe, expect, test } from 'vitest'
import type { Dispute } from '../../../src/ports/store/disputes.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswerWorth, aPlayer, aScene, type Scene } from './scene.ts'

export function disputesContract(open: () => Store): void {
  describe('disputes', () => {
    async function aDispute(): Promise<{ scene: Scene; dispute: Dispute }> {
      const scene = await aScene(open())
      const { answerId } = await anAnswerWorth(open(), scene, 5)
      const { workspace, player } = scene
      const wanted = {
        workspaceId: workspace.id,
        answerId,
        playerId: player.id,
        openedAt: new Date('2026-03-02T11:00:00Z'),
      }
      const { dispute } = await open().disputes.open(wanted)
      return { scene, dispute }
    }

    const decided = { decidedBy: 1, decidedAt: new Date('2026-03-02T12:00:00Z') }

    test('an answer is disputed once, even with two clicks at the same moment', async () => {
      const { scene } = await aDispute()
      const { answerId } = await anAnswerWorth(open(), scene, 5)
      const { workspace, player } = scene
      const wanted = {
        workspaceId: workspace.id,
        answerId,
        playerId: player.id,
        openedAt: new Date('2026-03-02T11:00:00Z'),
      }
      const clicks = await Promise.all([open().disputes.open(wanted), open().disputes.open(wanted)])
      expect(clicks.map(({ repeated }) => repeated).sort()).toEqual([false, true])
      expect(clicks[0]?.dispute).toEqual({ ...wanted, id: clicks[1]?.dispute.id, state: 'open' })
      expect(await open().disputes.find(clicks[0]?.dispute.id ?? 0)).toEqual(clicks[0]?.dispute)
    })

    test('an open dispute is withdrawn by its player, and not after a decision', async () => {
      const { scene, dispute } = await aDispute()
      const { disputes } = open()
      const other = await aPlayer(open(), scene.workspace, 'Other')
      expect(await disputes.withdraw(dispute.id, other.id)).toBe(false)
      expect(await disputes.ofAnswer(dispute.answerId)).toEqual(dispute)
      expect(await disputes.withdraw(dispute.id, scene.player.id)).toBe(true)
      expect(await disputes.withdraw(dispute.id, scene.player.id)).toBe(false)
      expect(await disputes.ofAnswer(dispute.answerId)).toBeUndefined()
      const { workspaceId, answerId, playerId, openedAt } = dispute
      const again = await disputes.open({ workspaceId, answerId, playerId, openedAt, reason: 'It is right.' })
      expect(again).toMatchObject({ repeated: false, dispute: { reason: 'It is right.' } })
      await disputes.decide(again.dispute.id, { state: 'rejected', ...decided })
      expect(await disputes.withdraw(again.dispute.id, scene.player.id)).toBe(false)
      expect(await disputes.find(again.dispute.id)).toMatchObject({ state: 'rejected', reason: 'It is right.' })
    })

    test('an open dispute goes with its player, because nobody can decide it without its text', async () => {
      const { dispute } = await aDispute()
      await open().players.forget(dispute.playerId, 'a fingerprint')
      expect(await open().disputes.find(dispute.id)).toBeUndefined()
    })

    test('waiting disputes are listed, oldest first, only for their own workspace', async () => {
      const { scene, dispute } = await aDispute()
      const { answerId } = await anAnswerWorth(open(), scene, 5)
      const { workspace, player } = scene
      const { disputes } = open()
      const later = { workspaceId: workspace.id, answerId, playerId: player.id, openedAt: new Date() }
      const second = await disputes.open(later)
      await aDispute()
      expect(await disputes.list(workspace.id, 'open', 10)).toEqual([dispute, second.dispute])
      expect(await disputes.list(workspace.id, 'open', 1)).toEqual([dispute])
      const decision = { state: 'rejected', note: 'It is right.', ...decided } as const
      const rejected = await disputes.decide(dispute.id, decision)
      const { decidedAt } = decided
      expect(rejected).toEqual({ ...dispute, state: 'rejected', note: 'It is right.', decidedAt })
      expect(await disputes.list(workspace.id, 'open', 10)).toEqual([second.dispute])
      expect(await disputes.list(workspace.id, 'rejected', 10)).toEqual([rejected])
    })

    test('if two admins decide at the same moment, one decision counts', async () => {
      const { dispute } = await aDispute()
      const decisions = ['accepted', 'rejected'].map((state) =>
        open().transaction(async (tables) => {
          if ((await tables.disputes.find(dispute.id, 'lock'))?.state !== 'open') return 'late'
          await tables.disputes.decide(dispute.id, {
            state: state === 'accepted' ? 'accepted' : 'rejected',
            ...decided,
          })
          return 'decided'
        }),
      )
      expect((await Promise.all(decisions)).sort()).toEqual(['decided', 'late'])
    })

    test('decided disputes are listed until their player has been notified', async () => {
      const { disputes } = open()
      const [open_, decided_] = [await aDispute(), await aDispute()]
      await disputes.decide(decided_.dispute.id, { state: 'rejected', ...decided })
      const untold = async (before: Date) => {
        const found = await disputes.untold({ before, after: 0, limit: 1000 })
        return found.map(({ id }) => id).filter((id) => id === decided_.dispute.id || id === open_.dispute.id)
      }
      const later = new Date(decided.decidedAt.getTime() + 1)
      expect(await untold(decided.decidedAt)).toEqual([])
      expect(await untold(later)).toEqual([decided_.dispute.id])
      await disputes.told(decided_.dispute.id, later)
      expect(await untold(later)).toEqual([])
      expect((await disputes.find(decided_.dispute.id))?.toldAt).toEqual(later)
    })

    test('an undone decision is listed until its player is notified, if they were notified of the decision', async () => {
      const { disputes } = open()
      const { dispute } = await aDispute()
      const untold = async () => {
        const found = await disputes.untold({ before: new Date('2026-03-03T00:00:00Z'), after: 0, limit: 1000 })
        return found.some(({ id }) => id === dispute.id)
      }
      const back = new Date('2026-03-02T12:05:00Z')
      await disputes.decide(dispute.id, { state: 'rejected', note: 'No.', ...decided })
      await disputes.reopen(dispute.id, back)
      expect(await untold()).toBe(false)
      expect(await disputes.find(dispute.id)).toEqual({ ...dispute, decidedAt: back })
      await disputes.decide(dispute.id, { state: 'rejected', ...decided })
      await disputes.told(dispute.id, back)
      await disputes.reopen(dispute.id, back)
      expect(await untold()).toBe(true)
      await disputes.toldReopened(dispute.id)
      expect(await untold()).toBe(false)
      expect(await disputes.find(dispute.id)).toEqual(dispute)
      await disputes.decide(dispute.id, { state: 'accepted', ...decided })
      await disputes.toldReopened(dispute.id)
      expect(await untold()).toBe(true)
    })

    test('accepted disputes are exported as examples for the bank, without those of forgotten players', async () => {
      const { scene, dispute } = await aDispute()
      const grade = { ...aGrade(), questionVersion: 'v1', cause: 'dispute', earned: 3, gradedAt: new Date() } as const
      const player = await aPlayer(open(), scene.workspace, 'Forgetful')
      const { answerId } = await anAnswerWorth(open(), { ...scene, player }, 5)
      const ids = { workspaceId: scene.workspace.id, answerId, playerId: player.id }
      const other = await open().disputes.open({ ...ids, openedAt: new Date() })
      for (const one of [dispute, other.dispute]) {
        // Accepted, undone and accepted again.
        await open().grades.save({ ...grade, answerId: one.answerId })
        await open().grades.save({ ...grade, answerId: one.answerId })
        await open().disputes.decide(one.id, { state: 'accepted', ...decided })
      }
      await open().players.forget(player.id, 'a fingerprint')
      const text = (await open().answers.find(dispute.answerId))?.text
      const examples = await open().disputes.examples()
      const example = { questionId: scene.round.questionId, answer: text, verdict: 'correct' }
      expect(examples.filter((one) => one.answer === text)).toEqual([example])
      expect((await open().grades.all(dispute.answerId)).map(({ cause }) => cause)).toEqual([
        'dispute',
        'dispute',
        'graded',
      ])
      expect(examples.filter(({ answer }) => answer === '')).toEqual([])
    })
  })
}
