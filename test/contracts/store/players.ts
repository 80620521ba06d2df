import { describe, expect, test } from 'vitest'
import { noStreak } from '../../../src/domain/habit/streak.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aPlayer, aTeam, aWorkspace } from './scene.ts'

export function playersContract(open: () => Store): void {
  describe('players', () => {
    test('a new player has no team and no streak', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const player = await aPlayer(store, workspace, 'Grace')
      const { id, ref } = player
      expect(player).toEqual({
        id,
        workspaceId: workspace.id,
        ref,
        name: 'Grace',
        streak: noStreak,
        exportLinks: 0,
        greeted: false,
        knowsTeam: true,
      })
      expect(await store.players.find(id)).toEqual(player)
      expect(await store.players.findByRef(ref)).toEqual(player)
      expect(await store.players.findByRef(`${ref}0`)).toBeUndefined()
      expect(await store.players.recognise(workspace.id, { ref, name: 'Grace' })).toEqual(player)
    })

    test('ten simultaneous requests for a person who has a new name find one player', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const { id, ref } = await aPlayer(store, workspace)
      const all = await Promise.all(
        Array.from({ length: 10 }, () => store.players.recognise(workspace.id, { ref, name: 'Ada L.' })),
      )
      expect(all.map((player) => [player.id, player.name])).toEqual(Array(10).fill([id, 'Ada L.']))
    })

    test('team and streak are stored', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [player, team] = [await aPlayer(store, workspace), await aTeam(store, workspace)]
      const streak = { current: 3, longest: 7, freezes: 1, lastDay: '2026-03-02' }
      const changed = await store.players.change(player.id, { teamId: team.id, streak })
      expect(changed).toEqual({ ...player, teamId: team.id, streak })
      expect(await store.players.change(player.id, { teamId: null, streak: noStreak })).toEqual(player)
    })
  })
}
