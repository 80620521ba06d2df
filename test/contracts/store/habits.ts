import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aPlayer, aRound, aScene, aWorkspace } from './scene.ts'

export function habitsContract(open: () => Store): void {
  describe('shares', () => {
    const pressedAt = new Date('2026-03-02T10:00:00Z')
    const long = new Date('2026-03-02T11:00:00Z')

    test('there is one a round and player, which is found until it is done', async () => {
      const store = open()
      const { workspace, round, player } = await aScene(store)
      const pressed = { workspaceId: workspace.id, roundId: round.id, playerId: player.id, pressedAt }
      const both = await Promise.all([store.shares.add(pressed), store.shares.add(pressed)])
      expect(both.map(({ repeated }) => repeated).toSorted()).toEqual([false, true])
      const [id] = both.map(({ share }) => share.id)
      if (id === undefined) throw new Error('no share')
      expect(both.map(({ share }) => share.id)).toEqual([id, id])
      const undone = async (before: Date) =>
        (await store.shares.undone({ before, after: id - 1, limit: 10 })).map((share) => share.id)
      expect([await undone(pressedAt), await undone(long)]).toEqual([[], [id]])
      await store.shares.done(id, long)
      expect(await undone(long)).toEqual([])
      expect(await store.shares.find(id)).toMatchObject({ ...pressed, doneAt: long })
      expect(await store.shares.add(pressed)).toMatchObject({ repeated: true, share: { doneAt: long } })
    })

    test('a player of another workspace has none of a round', async () => {
      const store = open()
      const { workspace, round } = await aScene(store)
      const stranger = await aPlayer(store, await aWorkspace(store))
      const pressed = { workspaceId: workspace.id, roundId: round.id, playerId: stranger.id, pressedAt }
      await expect(store.shares.add(pressed)).rejects.toThrow()
    })

    test('they end with the texts of answers', async () => {
      const store = open()
      const { workspace, round, player } = await aScene(store)
      const pressed = { workspaceId: workspace.id, roundId: round.id, playerId: player.id, pressedAt }
      const { share } = await store.shares.add(pressed)
      await store.shares.done(share.id, pressedAt)
      const erase = (now: string) => store.retention.erase('shares', { now: new Date(now), months: 12, limit: 100 })
      await erase('2027-03-02T09:59:00Z')
      expect(await store.shares.find(share.id)).toBeDefined()
      await erase('2027-03-02T10:01:00Z')
      expect(await store.shares.find(share.id)).toBeUndefined()
    })
  })

  describe('rounds of a player', () => {
    test('the latest that they answered is found, in a channel or anywhere, with its number there', async () => {
      const store = open()
      const { channel, player, round } = await aScene(store)
      expect(await store.rounds.lastAnswered(player.id)).toBeUndefined()
      const second = await aRound(store, channel)
      for (const one of [round, second]) {
        await store.answers.receive({
          ...{ roundId: one.id, playerId: player.id, attempt: 1, text: `${one.id}`, eventId: `${one.id}` },
          ...{ receivedAt: pressed, fingerprint: 'x' },
        })
      }
      expect((await store.rounds.lastAnswered(player.id))?.id).toBe(second.id)
      expect((await store.rounds.lastAnswered(player.id, channel.id))?.id).toBe(second.id)
      expect(await store.rounds.lastAnswered(player.id, channel.id + 1)).toBeUndefined()
      expect([await store.rounds.numberOf(round), await store.rounds.numberOf(second)]).toEqual([1, 2])
      await store.rounds.change(round.id, { state: 'failed' })
      expect(await store.rounds.numberOf(second)).toBe(1)
    })
  })
}

const pressed = new Date('2026-03-02T10:00:00Z')
