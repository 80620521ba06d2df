import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aScene, type Scene } from './scene.ts'

const openedAt = new Date('2026-03-02T10:00:00Z')

export function disputesContract(open: () => Store): void {
  describe('disputes', () => {
    test('an answer is disputed once, however often it is said', async () => {
      const store = open()
      const scene = await aScene(store)
      const answerId = await anAnswer(store, scene)
      const said = { workspaceId: scene.workspace.id, answerId, playerId: scene.player.id, openedAt }
      const opened = await Promise.all(Array.from({ length: 5 }, () => store.disputes.open(said)))
      expect(opened.filter(({ repeated }) => !repeated)).toHaveLength(1)
      expect(new Set(opened.map(({ dispute }) => dispute.id)).size).toBe(1)
      expect(opened[0]?.dispute).toEqual({ ...said, id: opened[0]?.dispute.id, state: 'open' })
    })

    test('open ones are listed oldest first, and a decided one is open no more', async () => {
      const store = open()
      const scene = await aScene(store)
      const list = () => store.disputes.list(scene.workspace.id, 'open', 10)
      const ids: number[] = []
      for (const text of ['one', 'two']) {
        const answerId = await anAnswer(store, scene, text)
        const said = { workspaceId: scene.workspace.id, answerId, playerId: scene.player.id, openedAt }
        ids.push((await store.disputes.open(said)).dispute.id)
      }
      expect((await list()).map(({ id }) => id)).toEqual(ids)
      const [first = 0] = ids
      const decision = { state: 'rejected', note: 'No.', decidedBy: scene.player.id, decidedAt: openedAt } as const
      expect(await store.disputes.decide(first, decision)).toMatchObject({ state: 'rejected', note: 'No.' })
      expect((await list()).map(({ id }) => id)).toEqual(ids.slice(1))
      expect(await store.disputes.find(first, 'lock')).toMatchObject({ state: 'rejected' })
      expect(await store.disputes.find(0)).toBeUndefined()
    })
  })
}

let count = 0

async function anAnswer(store: Store, scene: Scene, text = 'an answer'): Promise<number> {
  count += 1
  const received = await store.answers.receive({
    roundId: scene.round.id,
    playerId: scene.player.id,
    attempt: text === 'two' ? 2 : 1,
    text,
    eventId: `dispute ${count}`,
    receivedAt: openedAt,
  })
  return received?.answer.id ?? 0
}
