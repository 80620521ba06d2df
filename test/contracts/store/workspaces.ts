import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aChannel, anAnswerWorth, aScene, aTeam, aWorkspace, next } from './scene.ts'

export function workspacesContract(open: () => Store): void {
  describe('workspaces', () => {
    test('a new workspace has the default settings', async () => {
      const { id, ...workspace } = await open().workspaces.recognise({ ref: 'discord:G1', name: 'Guild' })
      expect(id).toBeTypeOf('number')
      expect(workspace).toEqual({
        ref: 'discord:G1',
        platform: 'discord',
        name: 'Guild',
        zone: 'UTC',
        weekStart: 1,
        teamScore: 'best-three',
        seasons: 'off',
        publicNames: false,
        boardLinks: 0,
        weekly: { on: true, day: 1, time: '09:00' },
      })
    })

    test('a known workspace stays the same, with its current name', async () => {
      const store = open()
      const first = await aWorkspace(store)
      const { ref } = first
      expect(await store.workspaces.recognise({ ref, name: first.name })).toEqual(first)
      expect(await store.workspaces.recognise({ ref, name: 'Renamed' })).toEqual({ ...first, name: 'Renamed' })
      expect(await store.workspaces.recognise({ ref, name: '' })).toEqual({ ...first, name: 'Renamed' })
      expect(await store.workspaces.findByRef(ref)).toEqual({ ...first, name: 'Renamed' })
    })

    test('ten simultaneous requests for a new workspace create one', async () => {
      const store = open()
      const seen = { ref: `slack:T${next()}`, name: 'At once' }
      const all = await Promise.all(Array.from({ length: 10 }, () => store.workspaces.recognise(seen)))
      expect(new Set(all.map(({ id }) => id)).size).toBe(1)
    })

    test('a name can contain characters that Postgres refuses', async () => {
      const workspace = await open().workspaces.recognise({ ref: `slack:T${next()}`, name: 'a\0b <b>👩‍🚀</b>\ud800' })
      expect(workspace.name).toBe('ab <b>👩‍🚀</b>\ufffd')
    })

    test('a change is saved, and nothing else changes', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const channel = await aChannel(store, workspace)
      const weekly = { on: false, day: 5, time: '16:30', channelId: channel.id }
      const changed = { ...workspace, zone: 'Europe/Berlin', teamScore: 'sum', publicNames: false, weekly }
      expect(
        await store.workspaces.change(workspace.id, {
          zone: 'Europe/Berlin',
          teamScore: 'sum',
          publicNames: false,
          weekly,
        }),
      ).toEqual(changed)
      expect(await store.workspaces.find(workspace.id)).toEqual(changed)
    })

    test('only workspaces whose weekly post is due are listed, in pages', async () => {
      const store = open()
      const dueAt = new Date('2026-03-02T08:00:00Z')
      const ids: number[] = []
      for (let turn = 0; turn < 3; turn++) {
        const { id } = await aWorkspace(store)
        await store.workspaces.change(id, { nextWeeklyAt: dueAt })
        ids.push(id)
      }
      const later = await aWorkspace(store)
      await store.workspaces.change(later.id, { nextWeeklyAt: new Date('2026-03-02T08:00:01Z') })
      const first = await store.workspaces.dueWeekly(dueAt, { after: 0, limit: 2 })
      const second = await store.workspaces.dueWeekly(dueAt, { after: first.at(-1)?.id ?? 0, limit: 2 })
      expect([...first, ...second]).toEqual(ids.map((id) => ({ id, dueAt, zone: 'UTC' })))
      for (const id of ids) await store.workspaces.change(id, { nextWeeklyAt: null })
      expect(await store.workspaces.dueWeekly(dueAt, { after: 0, limit: 2 })).toEqual([])
    })

    test('a removed workspace leaves no data, and other workspaces keep everything', async () => {
      const store = open()
      const [gone, stays] = await Promise.all([aScene(store), aScene(store)])
      for (const scene of [gone, stays]) {
        const team = await aTeam(store, scene.workspace)
        await store.players.change(scene.player.id, { teamId: team.id })
        await store.hints.take(scene.round.id, scene.player.id)
        await anAnswerWorth(store, scene, 10, { teamId: team.id })
      }
      await store.workspaces.remove(gone.workspace.ref)
      expect(await store.workspaces.findByRef(gone.workspace.ref)).toBeUndefined()
      expect(await store.channels.find(gone.channel.id)).toBeUndefined()
      expect(await store.players.find(gone.player.id)).toBeUndefined()
      expect(await store.rounds.find(gone.round.id)).toBeUndefined()
      expect(await store.teams.list(gone.workspace.id)).toEqual([])
      const board = { window: 'all', by: 'players', day: '2026-03-02', teamScore: 'sum' } as const
      expect(await store.boards.top({ ...board, workspaceId: gone.workspace.id }, 10)).toEqual([])
      expect(await store.boards.top({ ...board, workspaceId: stays.workspace.id }, 10)).toHaveLength(1)
      await store.workspaces.remove(gone.workspace.ref)
    })
  })
}
