import { describe, expect, test } from 'vitest'
import type { NewRound } from '../../../src/ports/store/rounds.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aChannel, aGrade, anAnswerWorth, aPlayer, aQuestion, aRound, aScene, aWorkspace } from './scene.ts'

export function roundsContract(open: () => Store): void {
  describe('rounds', () => {
    async function aNewRound(more: Partial<NewRound> = {}): Promise<NewRound> {
      const store = open()
      await store.questions.load([aQuestion('one'), aQuestion('two')])
      const channel = await aChannel(store, await aWorkspace(store))
      return {
        workspaceId: channel.workspaceId,
        channelId: channel.id,
        questionId: 'one',
        questionVersion: 'v1',
        kind: 'scheduled',
        localDate: '2026-03-02',
        attempts: 2,
        createdAt: new Date(),
        ...more,
      }
    }

    test('five workers that ask a channel on the same day create one scheduled round', async () => {
      const { rounds } = open()
      const round = await aNewRound()
      const made = await Promise.all(Array.from({ length: 5 }, () => rounds.create(round)))
      const [created] = made.filter((one) => one !== undefined)
      expect(made.filter((one) => one !== undefined)).toHaveLength(1)
      expect(created).toEqual({ ...round, id: created?.id, state: 'posting' })
      expect(await rounds.create({ ...round, localDate: '2026-03-03' })).toBeDefined()
      expect(await rounds.create({ ...round, kind: 'extra' })).toBeDefined()
      expect(await rounds.create({ ...round, kind: 'extra' })).toBeDefined()
    })

    test('a round goes from its post to its reveal', async () => {
      const store = open()
      const wanted = await aNewRound({ kind: 'extra' })
      const workspace = await store.workspaces.find(wanted.workspaceId)
      if (!workspace) throw new Error('no workspace')
      const asker = await aPlayer(store, workspace)
      const round = await store.rounds.create({ ...wanted, askedBy: asker.id })
      if (!round) throw new Error('no round')
      const posted = { state: 'open', posted: 'slack:T1:C1:1.2', openedAt: new Date(1), closesAt: new Date(2) } as const
      const revealed = { state: 'closed', closedAt: new Date(3), revealedAt: new Date(4) } as const
      expect(await store.rounds.change(round.id, posted)).toEqual({ ...round, ...posted })
      await store.rounds.change(round.id, { closesAt: null })
      await store.rounds.change(round.id, revealed)
      const { closesAt: _, ...open_ } = { ...round, ...posted }
      expect(await store.rounds.find(round.id)).toEqual({ ...open_, ...revealed })
    })

    test('a player’s open rounds are those of channels where they have answered', async () => {
      const store = open()
      const scene = await aScene(store)
      const { round, player, workspace } = scene
      const stranger = await aPlayer(store, workspace)
      const elsewhere = await aChannel(store, workspace)
      const { id: _, state: __, ...first } = round
      const again = { ...first, kind: 'extra' as const, createdAt: new Date() }
      const next = await store.rounds.create(again)
      const other = await store.rounds.create({ ...again, channelId: elsewhere.id })
      for (const one of [next, other]) await store.rounds.change(one?.id ?? 0, { state: 'open' })
      const openTo = async (one: typeof player) => (await store.rounds.openFor(one, 5)).map(({ id }) => id)
      expect(await openTo(player)).toEqual([])
      await anAnswerWorth(store, scene, 10)
      expect(await openTo(player)).toContain(next?.id)
      expect(await openTo(player)).not.toContain(other?.id)
      expect(await openTo(stranger)).toEqual([])
      expect(await store.rounds.openFor(player, 1)).toHaveLength(1)
    })

    test('a channel’s latest rounds are listed newest first, in the requested states', async () => {
      const { rounds } = open()
      const wanted = await aNewRound({ kind: 'extra' })
      const ids: number[] = []
      for (let turn = 0; turn < 4; turn++) ids.push((await rounds.create(wanted))?.id ?? 0)
      const [first = 0, second = 0, third = 0, fourth = 0] = ids
      await rounds.change(second, { state: 'open' })
      await rounds.change(third, { state: 'closed' })
      await rounds.change(fourth, { state: 'open' })
      const latest = async (...query: Parameters<typeof rounds.latest>) =>
        (await rounds.latest(...query)).map(({ id }) => id)
      expect(await latest(wanted.channelId, ['open', 'closed'], 2)).toEqual([fourth, third])
      expect(await latest(wanted.channelId, ['open'], 5)).toEqual([fourth, second])
      expect(await latest(wanted.channelId, ['posting'], 5)).toEqual([first])
      expect(await latest(wanted.channelId + 1000, ['open'], 5)).toEqual([])
    })

    test('the history shows when each question was last asked, without rounds that nobody saw', async () => {
      const { rounds } = open()
      const wanted = await aNewRound({ kind: 'extra' })
      for (const day of [1, 3, 2]) {
        const round = await rounds.create(wanted)
        await rounds.change(round?.id ?? 0, { state: 'closed', openedAt: new Date(`2026-03-0${day}T09:00:00Z`) })
      }
      const failed = await rounds.create({ ...wanted, questionId: 'two' })
      await rounds.change(failed?.id ?? 0, { state: 'failed' })
      expect(await rounds.history(wanted.channelId)).toEqual([
        { questionId: 'one', askedAt: new Date('2026-03-03T09:00:00Z') },
      ])
    })

    test('past rounds of a channel or workspace are the revealed ones, with the number of right answers by their newest grade', async () => {
      const store = open()
      const scene = await aScene(store)
      const { workspace, channel, round } = scene
      const [second, elsewhere] = [await aRound(store, channel), await aRound(store, await aChannel(store, workspace))]
      await aRound(store, channel)
      const other = { ...scene, player: await aPlayer(store, workspace) }
      await anAnswerWorth(store, scene, 5, { score: 0.5 })
      await anAnswerWorth(store, scene, 10)
      const { answerId } = await anAnswerWorth(store, other, 5, { score: 0.5 })
      for (const { id } of [round, second, elsewhere]) {
        await store.rounds.change(id, { state: 'closed', revealedAt: new Date() })
      }
      const all = { without: [], limit: 5 }
      const past = async (...given: Parameters<typeof store.rounds.past>) =>
        (await store.rounds.past(...given)).map(({ round: { id }, number, players, correct }) => ({
          ...{ id, number, players, correct },
        }))
      const here = { workspaceId: workspace.id, channelId: channel.id }
      const [none, half] = [
        { id: second.id, number: 2, players: 0, correct: 0 },
        { id: round.id, number: 1, players: 2, correct: 1 },
      ]
      expect(await past(here, all)).toEqual([none, half])
      const disputed = { ...aGrade(), answerId, questionVersion: 'v1', cause: 'dispute', earned: 5 } as const
      await store.grades.save({ ...disputed, gradedAt: new Date() })
      expect(await past(here, { ...all, from: round.id })).toEqual([{ ...half, correct: 2 }])
      expect(await past(here, { ...all, limit: 1 })).toEqual([none])
      expect(await past(here, { ...all, without: [round.questionId] })).toEqual([])
      const inWorkspace = await past({ workspaceId: workspace.id }, all)
      expect(inWorkspace.map(({ id }) => id)).toEqual([elsewhere.id, second.id, round.id])
      expect(await past({ workspaceId: workspace.id + 1000 }, all)).toEqual([])
    })

    test('counted rounds have a team’s results, and are counted again after a later grade', async () => {
      const store = open()
      const scene = await aScene(store)
      const { round, channel, workspace } = scene
      const other = await aPlayer(store, workspace)
      await anAnswerWorth(store, scene, 5, { score: 0.5 })
      await anAnswerWorth(store, { round, player: other }, 10)
      const of = { workspaceId: workspace.id }
      const outcomes = () => store.rounds.outcomes(of, 5)
      // Open rounds don't have results yet.
      await store.rounds.recount([round.id])
      expect(await outcomes()).toEqual([])
      await store.rounds.change(round.id, { state: 'closed', revealedAt: new Date(), answered: 9, correct: 9 })
      await store.rounds.recount([round.id])
      const about = { topic: 'dynos', difficulty: 'easy', questionId: 'dyno-restart', channelId: channel.id } as const
      const first = { roundId: round.id, date: '2026-03-02', answered: 2, correct: 1, ...about }
      expect(await outcomes()).toEqual([first])
      const past = await aRound(store, channel, '2026-03-03')
      await store.rounds.change(past.id, { state: 'closed', revealedAt: new Date() })
      expect(await outcomes()).toEqual([first])
      expect(await store.rounds.countPast(1000)).toBeGreaterThan(0)
      expect(await store.rounds.countPast(1000)).toBe(0)
      const second = { ...first, roundId: past.id, date: '2026-03-03', answered: 0, correct: 0 }
      expect(await outcomes()).toEqual([first, second])
      expect(await store.rounds.outcomes({ ...of, channelId: channel.id }, 1)).toEqual([second])
      expect(await store.rounds.outcomes({ ...of, channelId: channel.id + 1000 }, 5)).toEqual([])
      expect(await store.rounds.outcomes({ workspaceId: workspace.id + 1000 }, 5)).toEqual([])
    })

    test('only rounds that need an action are listed', async () => {
      const { rounds } = open()
      const wanted = await aNewRound({ kind: 'extra' })
      const now = new Date(Date.now() + 60_000)
      const stuck = await rounds.create(wanted)
      const kinds = {
        over: { state: 'open', closesAt: now },
        open: { state: 'open', closesAt: new Date(now.getTime() + 1) },
        endless: { state: 'open' },
        closed: { state: 'closed' },
        revealed: { state: 'closed', revealedAt: now },
        failed: { state: 'failed' },
      } as const
      const ids = new Map<string, number>([['stuck', stuck?.id ?? 0]])
      for (const [name, change] of Object.entries(kinds)) {
        const round = await rounds.create(wanted)
        await rounds.change(round?.id ?? 0, change)
        ids.set(name, round?.id ?? 0)
      }
      const found = await rounds.unfinished({ before: now, now, after: 0, limit: 1000 })
      const names = [...ids].filter(([, id]) => found.some((round) => round.id === id)).map(([name]) => name)
      expect(names).toEqual(['stuck', 'over', 'closed'])
      const earlier = await rounds.unfinished({ before: new Date(0), now, after: 0, limit: 1000 })
      expect(earlier.some(({ id }) => id === stuck?.id)).toBe(false)
      const all = found.map(({ id }) => id)
      const [first, second] = all
      expect(all).toEqual(all.toSorted((one, other) => one - other))
      expect(await rounds.unfinished({ before: now, now, after: 0, limit: 1 })).toMatchObject([{ id: first }])
      expect(await rounds.unfinished({ before: now, now, after: first ?? 0, limit: 1 })).toMatchObject([{ id: second }])
    })
  })
}
