import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aChannel, aGrade, anAnswer, anAnswerWorth, aPlayer, aRound, aScene, aWorkspace } from './scene.ts'

export function habitsContract(open: () => Store): void {
  describe('shares', () => {
    const pressedAt = new Date('2026-03-02T10:00:00Z')
    const long = new Date('2026-03-02T11:00:00Z')

    test('each round and player has at most one, which is listed until it is posted', async () => {
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

    test('a player of another workspace can’t share a round', async () => {
      const store = open()
      const { workspace, round } = await aScene(store)
      const stranger = await aPlayer(store, await aWorkspace(store))
      const pressed = { workspaceId: workspace.id, roundId: round.id, playerId: stranger.id, pressedAt }
      await expect(store.shares.add(pressed)).rejects.toThrow()
    })

    test('shares are erased with the texts of answers', async () => {
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

  describe('reminders', () => {
    const dueAt = new Date('2026-03-02T15:00:00Z')

    async function aReminder() {
      const store = open()
      const scene = await aScene(store)
      const { workspace, channel, player } = scene
      const reminder = { playerId: player.id, workspaceId: workspace.id, time: '16:00', zone: 'Europe/Berlin' }
      await store.reminders.keep({ ...reminder, channelId: channel.id, dueAt })
      const due = async (now: Date) =>
        (await store.reminders.due(now, { after: player.id - 1, limit: 10 })).filter(({ id }) => id === player.id)
      return { store, ...scene, reminder, due }
    }

    test('are listed when they are due, and keep their time zone while they are off', async () => {
      const { store, workspace, player, reminder, due } = await aReminder()
      expect(await due(new Date('2026-03-02T14:59:59Z'))).toEqual([])
      expect(await due(dueAt)).toEqual([{ id: player.id, workspaceId: workspace.id, dueAt, zone: 'Europe/Berlin' }])
      await store.reminders.keep(reminder)
      expect(await due(dueAt)).toEqual([])
      expect(await store.reminders.find(player.id)).toEqual(reminder)
    })

    test('are about an open scheduled question, until the next one at the latest', async () => {
      const { store, channel, player } = await aReminder()
      const closesAt = new Date('2026-03-03T09:00:00Z')
      const open = async (now: string) => store.reminders.openRounds(player.id, new Date(now))
      const asked = await aRound(store, channel, '2026-03-02', 'scheduled')
      await store.rounds.change(asked.id, { closesAt })
      const shown = { id: asked.id, channelName: 'general', closesAt, answered: false }
      expect(await open('2026-03-02T15:00:00Z')).toEqual([shown])
      const sooner = new Date('2026-03-02T18:00:00Z')
      await store.channels.change(channel.id, { nextPostAt: sooner })
      await anAnswerWorth(store, { round: asked, player }, 0)
      expect(await open('2026-03-02T15:00:00Z')).toEqual([{ ...shown, closesAt: sooner, answered: true }])
      expect(await open('2026-03-03T09:00:00Z')).toEqual([])
    })

    test('are sent once per date, and listed until they are delivered', async () => {
      const { store, player } = await aReminder()
      expect(await store.reminders.begin(player, '2026-03-02')).toBe(true)
      expect(await store.reminders.begin(player, '2026-03-02')).toBe(true)
      await store.reminders.told(player.id, '2026-03-02', dueAt)
      expect(await store.reminders.begin(player, '2026-03-02')).toBe(false)
      expect(await store.reminders.begin(player, '2026-03-03')).toBe(true)
      await store.retention.erase('reminders', { now: new Date('2026-06-03T00:00:00Z'), months: 12, limit: 100 })
      expect(await store.reminders.begin(player, '2026-03-02')).toBe(true)
    })

    test('are offered after the third round to people who never chose', async () => {
      const { store, channel, player, workspace } = await aReminder()
      const other = await aPlayer(store, workspace)
      const offered: boolean[] = []
      for (let turn = 0; turn < 4; turn++) {
        const round = await aRound(store, channel)
        for (const one of [player, other]) await anAnswerWorth(store, { round, player: one }, 0)
        expect(await store.reminders.mayOffer(player.id)).toBe(false)
        offered.push(await store.reminders.mayOffer(other.id))
      }
      expect(offered).toEqual([false, false, true, false])
    })
  })

  describe('pauses', () => {
    const vacation = { first: '2026-03-03', last: '2026-03-06' }

    test('replace earlier ones, and are deleted some time after they are over', async () => {
      const store = open()
      const { player } = await aScene(store)
      await store.pauses.keep(player, [{ first: '2026-01-01', last: '2026-01-02' }])
      await store.pauses.keep(player, [vacation])
      expect(await store.pauses.of(player.id)).toEqual([vacation])
      const erase = (now: string) => store.retention.erase('pauses', { now: new Date(now), months: 12, limit: 100 })
      await erase('2026-06-03T00:00:00Z')
      expect(await store.pauses.of(player.id)).toEqual([vacation])
      await erase('2026-06-05T00:00:00Z')
      expect(await store.pauses.of(player.id)).toEqual([])
    })

    test('keep questions from counting as missed, for the player who paused', async () => {
      const store = open()
      const { channel, player, workspace } = await aScene(store)
      const other = await aPlayer(store, workspace)
      for (const day of ['2026-03-02', '2026-03-05', '2026-03-09']) {
        const round = await aRound(store, channel, day, 'scheduled')
        await store.rounds.change(round.id, { state: 'closed' })
      }
      const streak = {
        current: 3,
        longest: 3,
        freezes: 0,
        lastDay: '2026-03-01',
        channels: { [channel.id]: '2026-03-01' },
      }
      for (const { id } of [player, other]) await store.players.change(id, { streak })
      await store.pauses.keep(player, [vacation])
      const now = new Date('2026-03-10T00:00:00Z')
      const asked = async (id: number) => (await store.streaks.askedSince(id, now))[channel.id]
      expect(await asked(player.id)).toEqual(['2026-03-09', '2026-03-02'])
      expect(await asked(other.id)).toEqual(['2026-03-09', '2026-03-05', '2026-03-02'])
    })
  })

  describe('progress', () => {
    test('has every graded answer of the player with all of its points, and no answers of others', async () => {
      const store = open()
      const { channel, player, workspace, round } = await aScene(store)
      const other = await aPlayer(store, workspace)
      await anAnswerWorth(store, { round, player: other }, 3)
      await anAnswerWorth(store, { round, player }, 0, { score: 0.4 })
      const second = await aRound(store, channel)
      const { answerId } = await anAnswerWorth(store, { round: second, player }, 8)
      await store.grades.save({
        ...{ ...aGrade(), answerId, questionVersion: 'v1', cause: 'regrade', earned: 2, gradedAt: new Date() },
      })
      const waiting = await aRound(store, channel)
      await store.answers.receive(anAnswer({ round: waiting, player }))
      const question = { questionId: 'dyno-restart', topic: 'dynos', at: pressed }
      expect(await store.progress.answers(player.id)).toEqual([
        { ...question, roundId: round.id, verdict: 'partial', points: 0 },
        { ...question, roundId: second.id, verdict: 'correct', points: 10 },
      ])
    })

    test('has the answered days, and the days with a scheduled question in the player’s channels', async () => {
      const store = open()
      const { channel, player, workspace } = await aScene(store)
      const elsewhere = await aChannel(store, workspace)
      for (const [where, day] of [
        [channel, '2026-03-01'],
        [channel, '2026-03-03'],
        [channel, '2026-03-04'],
        [channel, '2026-03-09'],
        [elsewhere, '2026-03-05'],
      ] as const) {
        const round = await aRound(store, where, day, 'scheduled')
        if (day === '2026-03-03') await anAnswerWorth(store, { round, player }, 0)
      }
      await anAnswerWorth(store, { round: await aRound(store, elsewhere, '2026-03-06'), player }, 0)
      const failed = await aRound(store, channel, '2026-03-07', 'scheduled')
      await store.rounds.change(failed.id, { state: 'failed' })
      const days = async () => {
        const { answered, asked, pauses } = await store.progress.days(player.id, '2026-03-02', '2026-03-08')
        expect(pauses).toEqual(await store.pauses.of(player.id))
        return [answered.toSorted(), asked.toSorted()]
      }
      expect(await days()).toEqual([['2026-03-03', '2026-03-06'], []])
      const streak = {
        current: 1,
        longest: 1,
        freezes: 0,
        lastDay: '2026-03-03',
        channels: { [channel.id]: '2026-03-03' },
      }
      await store.players.change(player.id, { streak })
      await store.pauses.keep(player, [{ first: '2026-01-02', last: '2026-01-03' }])
      expect(await days()).toEqual([
        ['2026-03-03', '2026-03-06'],
        ['2026-03-03', '2026-03-04'],
      ])
    })

    test('includes a goal until it ends', async () => {
      const store = open()
      const { player } = await aScene(store)
      expect((await store.players.find(player.id))?.goal).toBeUndefined()
      expect((await store.players.change(player.id, { goal: 3 })).goal).toBe(3)
      expect((await store.players.find(player.id))?.goal).toBe(3)
      expect((await store.players.change(player.id, { goal: null })).goal).toBeUndefined()
    })
  })

  describe('rounds of a player', () => {
    test('include the latest answered round, in a channel or anywhere, with its number there', async () => {
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
