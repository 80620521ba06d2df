import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aChannel, aRound, aWorkspace } from './scene.ts'

const schedule = { time: '09:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3], skip: ['2026-12-25'] }

export function channelsContract(open: () => Store): void {
  describe('channels', () => {
    test('a new channel has no schedule and the default settings', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const channel = await aChannel(store, workspace)
      expect(channel).toEqual({
        id: channel.id,
        workspaceId: workspace.id,
        ref: channel.ref,
        name: 'general',
        settings: {
          packs: ['built-in'],
          topics: [],
          order: 'turns',
          attempts: 2,
          revealAfterMinutes: 1440,
          extraRounds: 5,
          threads: false,
          pinned: [],
        },
        failedDays: 0,
        fewLeftTold: false,
        greeted: false,
      })
      expect(await store.channels.find(channel.id)).toEqual(channel)
      expect(await store.channels.recognise(workspace.id, { ref: channel.ref, name: 'random' })).toEqual({
        ...channel,
        name: 'random',
      })
    })

    test('a workspace lists only its own channels', async () => {
      const store = open()
      const [one, other] = await Promise.all([aWorkspace(store), aWorkspace(store)])
      const mine = [await aChannel(store, one), await aChannel(store, one)]
      await aChannel(store, other)
      expect(await store.channels.inWorkspace(one.id)).toEqual(mine)
    })

    test('a schedule is set and removed', async () => {
      const store = open()
      const channel = await aChannel(store, await aWorkspace(store))
      expect(await store.channels.change(channel.id, { schedule })).toEqual({ ...channel, schedule })
      expect(await store.channels.change(channel.id, { schedule: null })).toEqual(channel)
    })

    test('two settings that two people change at the same time are both saved', async () => {
      const store = open()
      const { id, settings } = await aChannel(store, await aWorkspace(store))
      await Promise.all([
        store.channels.change(id, { settings: { attempts: 3 } }),
        store.channels.change(id, { settings: { topics: ['dynos'] } }),
        store.channels.change(id, { settings: { difficulty: 'hard', mention: 'slack:T1:S1' } }),
      ])
      const changed = await store.channels.find(id)
      const mention = 'slack:T1:S1'
      expect(changed?.settings).toEqual({ ...settings, attempts: 3, topics: ['dynos'], difficulty: 'hard', mention })
    })

    test('the reason for a pause is set and removed', async () => {
      const store = open()
      const channel = await aChannel(store, await aWorkspace(store))
      const paused = await store.channels.change(channel.id, { pausedBecause: 'forbidden', failedDays: 3 })
      expect(paused).toEqual({ ...channel, pausedBecause: 'forbidden', failedDays: 3 })
      expect(await store.channels.change(channel.id, { pausedBecause: null, failedDays: 0 })).toEqual(channel)
    })

    test('only channels whose post is due are listed, in pages', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const dueAt = new Date('2026-03-02T08:30:00Z')
      const schedule = { time: '09:30', zone: 'Europe/Berlin', weekdays: [1], skip: [] }
      const ids: number[] = []
      for (let turn = 0; turn < 3; turn++) {
        const { id } = await aChannel(store, workspace)
        await store.channels.change(id, { schedule, nextPostAt: dueAt })
        ids.push(id)
      }
      const later = await aChannel(store, workspace)
      await store.channels.change(later.id, { nextPostAt: new Date('2026-03-02T08:30:01Z') })
      const first = await store.channels.due(dueAt, { after: 0, limit: 2 })
      const second = await store.channels.due(dueAt, { after: first.at(-1)?.id ?? 0, limit: 2 })
      expect([...first, ...second]).toEqual(
        ids.map((id) => ({ id, workspaceId: workspace.id, dueAt, zone: 'Europe/Berlin' })),
      )
      for (const id of ids) await store.channels.change(id, { nextPostAt: null })
      expect(await store.channels.due(dueAt, { after: 0, limit: 2 })).toEqual([])
    })

    test('the admin who set the schedule, and the notices that this admin got, are stored', async () => {
      const store = open()
      const channel = await aChannel(store, await aWorkspace(store))
      const change = { scheduledBy: 'slack:T1:U1', fewLeftTold: true }
      expect(await store.channels.change(channel.id, change)).toEqual({ ...channel, ...change })
    })

    test('the channel with the latest scheduled question is found', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [first, second] = [await aChannel(store, workspace), await aChannel(store, workspace)]
      expect(await store.channels.askedLast(workspace.id)).toBeUndefined()
      await aRound(store, first, '2026-03-02', 'scheduled')
      await aRound(store, second, '2026-03-03', 'scheduled')
      await aRound(store, first, '2026-03-04', 'extra')
      const failed = await aRound(store, first, '2026-03-05', 'scheduled')
      await store.rounds.change(failed.id, { state: 'failed' })
      expect((await store.channels.askedLast(workspace.id))?.id).toBe(second.id)
    })

    test('a channel that does not exist can’t be changed', async () => {
      await expect(open().channels.change(4_000_000, { failedDays: 1 })).rejects.toThrow('no channel 4000000')
    })
  })
}
