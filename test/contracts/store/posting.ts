import { describe, expect, test } from 'vitest'
import type { Channel } from '../../../src/ports/store/channels.ts'
import type { AskSheet, NewRound } from '../../../src/ports/store/rounds.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import type { Workspace } from '../../../src/ports/store/workspaces.ts'
import { aChannel, aPlayer, aQuestion, aRound, aWorkspace } from './scene.ts'

const schedule = { time: '09:00', zone: 'UTC', weekdays: [1, 2, 3, 4, 5], skip: [] }
const today = new Date('2026-03-02T09:00:00Z')
const tomorrow = new Date('2026-03-03T09:00:00Z')

export function postingContract(open: () => Store): void {
  describe('posting', () => {
    async function scheduled(workspace: Workspace, pinned: string[] = []): Promise<Channel> {
      const { id } = await aChannel(open(), workspace)
      return open().channels.change(id, { schedule, nextPostAt: today, settings: { pinned } })
    }

    async function sheetOf({ id }: Channel): Promise<AskSheet> {
      const sheet = await open().posting.sheet(id)
      if (!sheet) throw new Error('no channel')
      return sheet
    }

    function roundOf({ id: channelId, workspaceId }: Channel, questionId = 'one'): NewRound {
      const where = { workspaceId, channelId, questionId, questionVersion: 'v1' }
      return { ...where, kind: 'scheduled', localDate: '2026-03-02', attempts: 2, createdAt: today }
    }

    function ask(channel: Channel, more: { questionId?: string; unlessTaken?: boolean } = {}) {
      const { questionId, unlessTaken = true } = more
      const next = { schedule, nextPostAt: tomorrow }
      return open().posting.ask({ channel, next, round: roundOf(channel, questionId), unlessTaken })
    }

    const dueAt = async ({ id }: Channel): Promise<Date | undefined> =>
      (await open().channels.due(tomorrow, { after: id - 1, limit: 1 }))[0]?.dueAt

    test('a sheet has the same data as the ports of channels and rounds', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [channel, other] = [await scheduled(workspace, ['two']), await scheduled(workspace)]
      const round = await aRound(store, channel)
      await aRound(store, other)
      const [sheet, otherSheet, none] = await Promise.all(
        [channel.id, other.id, 0].map((id) => store.posting.sheet(id)),
      )
      expect(sheet).toEqual({
        channel: await store.channels.find(channel.id),
        history: await store.rounds.history(channel.id),
        secret: await store.rounds.unrevealed(workspace.id),
      })
      expect(sheet?.history).toEqual([{ questionId: round.questionId, askedAt: round.openedAt }])
      expect(otherSheet?.channel.id).toBe(other.id)
      expect(none).toBeUndefined()
    })

    test('many channels are asked at the same time, each once a day, and each gets its next time', async () => {
      const store = open()
      await store.questions.load([aQuestion('one'), aQuestion('two')])
      const channels: Channel[] = []
      for (let turn = 0; turn < 5; turn++) channels.push(await scheduled(await aWorkspace(store)))
      const asked = await Promise.all([...channels, ...channels].map((channel) => ask(channel)))
      expect(asked.slice(0, 5).map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'asked'))
      expect(asked.slice(5).map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'taken'))
      const again = await Promise.all(channels.map((channel) => ask(channel, { questionId: 'two' })))
      expect(again.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'had'))
      expect(await Promise.all(channels.map(dueAt))).toEqual(channels.map(() => tomorrow))
      const [first] = asked
      const found = await store.posting.round(first?.kind === 'asked' ? first.roundId : 0)
      const [channel] = channels
      expect(found).toEqual({
        round: { ...roundOf(channel as Channel), id: found?.round.id, state: 'posting' },
        channel: await store.channels.find(channel?.id ?? 0),
      })
    })

    test('if two channels of a workspace need the same question at the same time, one gets it', async () => {
      const store = open()
      await store.questions.load([aQuestion('one'), aQuestion('two')])
      const workspace = await aWorkspace(store)
      const [one, other] = [await scheduled(workspace), await scheduled(workspace)]
      const kinds = (await Promise.all([ask(one), ask(other)])).map(({ kind }) => kind)
      expect(kinds.toSorted()).toEqual(['asked', 'taken'])
      const loser = kinds[0] === 'taken' ? one : other
      expect(await dueAt(loser)).toEqual(today)
      expect(await ask(loser, { unlessTaken: false })).toMatchObject({ kind: 'asked' })
    })

    test('a workspace’s additions to a rubric are stored with the rounds asked after them', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const { id: madeBy } = await aPlayer(store, workspace)
      const [channel, other] = [await scheduled(workspace), await scheduled(workspace)]
      await aRound(store, await aChannel(store, await aWorkspace(store)))
      const added = {
        questionId: 'dyno-restart',
        questionVersion: 'v1',
        additions: [],
        taught: 0,
        madeBy,
        madeAt: today,
      }
      const overlay = await store.overlays.add({ ...added, workspaceId: workspace.id }, 0)
      await store.questions.load([aQuestion('dyno-restart'), aQuestion('two')])
      const asked = [await ask(channel, { questionId: 'dyno-restart' }), await ask(other, { questionId: 'two' })]
      const ids = asked.map((one) => (one.kind === 'asked' ? one.roundId : 0))
      const rounds = await Promise.all(ids.map((id) => store.posting.round(id)))
      expect(rounds.map((found) => found?.round.overlayId)).toEqual([overlay?.id, undefined])
    })

    test('a pin is removed once its question is asked; other pins stay', async () => {
      const store = open()
      await store.questions.load([aQuestion('one'), aQuestion('two')])
      const channel = await scheduled(await aWorkspace(store), ['one', 'two'])
      // Somebody pins another question while one is being chosen.
      await store.channels.change(channel.id, { settings: { pinned: ['one', 'two', 'three'] } })
      await ask(channel)
      expect((await sheetOf(channel)).channel.settings.pinned).toEqual(['two', 'three'])
    })

    test.each<[what: string, change: Parameters<Store['channels']['change']>[1]]>([
      ['changed', { schedule: { ...schedule, time: '17:00' }, nextPostAt: today }],
      ['paused', { pausedBecause: 'forbidden', nextPostAt: null }],
      ['ended', { schedule: null, nextPostAt: null }],
    ])('a schedule that was %s in the meantime stays so, and the question is asked', async (_what, change) => {
      const store = open()
      await store.questions.load([aQuestion('one'), aQuestion('two')])
      const channel = await scheduled(await aWorkspace(store))
      const left = await store.channels.change(channel.id, change)
      expect(await ask(channel)).toMatchObject({ kind: 'asked' })
      expect(await store.channels.find(channel.id)).toEqual(left)
      expect(await dueAt(channel)).toEqual(change.nextPostAt ?? undefined)
    })

    test('a day without a question is skipped', async () => {
      const channel = await scheduled(await aWorkspace(open()))
      const next = { schedule, nextPostAt: tomorrow }
      expect(await open().posting.ask({ channel, next, unlessTaken: false })).toEqual({ kind: 'none' })
      expect(await dueAt(channel)).toEqual(tomorrow)
    })

    test('rounds are opened together, each once, and days without a post are closed', async () => {
      const store = open()
      await store.questions.load([aQuestion('one'), aQuestion('two')])
      const posted: { channel: Channel; roundId: number }[] = []
      for (let turn = 0; turn < 3; turn++) {
        const channel = await scheduled(await aWorkspace(store))
        await store.channels.change(channel.id, { failedDays: 2 })
        const asked = await ask(channel)
        if (asked.kind === 'asked') posted.push({ channel, roundId: asked.roundId })
      }
      const openAll = (place: string) =>
        Promise.all(
          posted.map(async ({ channel, roundId }) => {
            const round = (await store.posting.round(roundId))?.round
            if (!round) throw new Error('no round')
            const times = { now: today, closesAt: tomorrow }
            return store.posting.open({ round, posted: `${channel.ref}:${place}`, ...times })
          }),
        )
      expect(await openAll('1.2')).toEqual([[], [], []])
      await openAll('another')
      for (const { channel, roundId } of posted) {
        const found = await store.posting.round(roundId)
        const opened = { state: 'open', posted: `${channel.ref}:1.2`, openedAt: today, closesAt: tomorrow }
        expect(found?.round).toMatchObject(opened)
        expect(found?.channel.failedDays).toBe(0)
      }
    })

    test.each([
      ['a question of the day ends the one before it, and no extra question', 'scheduled', ['scheduled']],
      ['an extra question ends nothing', 'extra', []],
    ] as const)('%s', async (_story, kind, ends) => {
      const store = open()
      const channel = await scheduled(await aWorkspace(store))
      const ids = {
        scheduled: (await aRound(store, channel, '2026-02-27', 'scheduled')).id,
        extra: (await aRound(store, channel)).id,
      }
      const now = new Date('2026-03-02T10:00:00Z')
      await store.rounds.change(ids.extra, { closesAt: tomorrow })
      const round = await store.rounds.create({ ...roundOf(channel, 'dyno-restart'), kind })
      if (!round) throw new Error('no round')
      const times = { now, closesAt: tomorrow }
      const ended = await store.posting.open({ round, posted: `${channel.ref}:1.2`, ...times })
      expect(ended.map(({ id }) => id)).toEqual(ends.map((name) => ids[name]))
      for (const name of ends) expect((await store.rounds.find(ids[name]))?.closesAt).toEqual(now)
      expect((await store.rounds.find(ids.extra))?.closesAt).toEqual(tomorrow)
      expect((await store.rounds.find(round.id))?.closesAt).toEqual(tomorrow)
    })
  })
}
