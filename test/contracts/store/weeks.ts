import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswerWorth, aPlayer, aQuestion, aRound, aScene, aTeam, aWorkspace } from './scene.ts'

const [monday, sunday] = ['2026-03-02', '2026-03-08']

export function weeksContract(open: () => Store): void {
  describe('weeks', () => {
    test('a week without an answer is empty', async () => {
      const store = open()
      const { id } = await aWorkspace(store)
      expect(await store.weeks.figures(id, monday, sunday)).toEqual({
        asked: 0,
        answers: 0,
        players: 0,
        recent: 0,
        questions: 0,
        streaks: [],
        milestones: [],
        newcomers: { count: 0, names: [] },
      })
    })

    test('a week counts the answers of its days, and people who answered for the first time', async () => {
      const store = open()
      const scene = await aScene(store)
      const [other, later] = [await aPlayer(store, scene.workspace, 'Bo'), await aPlayer(store, scene.workspace, 'Cy')]
      await anAnswerWorth(store, scene, 10, { day: '2026-03-01' })
      await anAnswerWorth(store, scene, 5, { day: monday })
      await anAnswerWorth(store, { ...scene, player: other }, 0, { day: sunday })
      await anAnswerWorth(store, { ...scene, player: later }, 10, { day: '2026-03-09' })
      const elsewhere = await aScene(store)
      await anAnswerWorth(store, elsewhere, 10, { day: monday })
      await aRound(store, scene.channel, '2026-03-09')
      const failed = await aRound(store, scene.channel, sunday)
      await store.rounds.change(failed.id, { state: 'failed' })
      expect(await store.weeks.figures(scene.workspace.id, monday, sunday)).toMatchObject({
        asked: 1,
        answers: 2,
        players: 2,
        questions: 1,
        recent: 2,
        newcomers: { count: 1, names: ['Bo'] },
      })
      await store.players.forget(other.id, 'a fingerprint')
      const { newcomers } = await store.weeks.figures(scene.workspace.id, monday, sunday)
      expect(newcomers).toEqual({ count: 1, names: [] })
    })

    test('an answer that was graded again counts once, with its newest grade', async () => {
      const store = open()
      const scene = await aScene(store)
      const { answerId } = await anAnswerWorth(store, scene, 10, { day: monday })
      expect((await store.weeks.figures(scene.workspace.id, monday, sunday)).hardest).toBeUndefined()
      const { id: gradeId } = await store.grades.save({
        ...aGrade(0.4),
        answerId,
        questionVersion: 'v1',
        cause: 'dispute',
        earned: -6,
        gradedAt: new Date('2026-03-03T10:00:00Z'),
      })
      const { round, player, workspace } = scene
      const entry = { workspaceId: workspace.id, playerId: player.id, roundId: round.id, points: -6, day: monday }
      await store.boards.award({ ...entry, gradeId })
      expect(await store.weeks.figures(workspace.id, monday, sunday)).toMatchObject({
        answers: 1,
        hardest: { questionId: 'dyno-restart', questionVersion: 'v1', players: 1, correct: 0 },
      })
    })

    test('a week names the question that the smallest share got right', async () => {
      const store = open()
      const scene = await aScene(store)
      await store.questions.load([aQuestion('dyno-restart'), aQuestion('hard-one')])
      const hard = await store.rounds.create({
        workspaceId: scene.workspace.id,
        channelId: scene.channel.id,
        questionId: 'hard-one',
        questionVersion: 'v1',
        kind: 'extra',
        localDate: monday,
        attempts: 2,
        createdAt: new Date('2026-03-02T08:59:59Z'),
      })
      if (!hard) throw new Error('no round')
      const players = [scene.player, await aPlayer(store, scene.workspace, 'Bo')]
      for (const player of players) {
        await anAnswerWorth(store, { round: scene.round, player }, 10, { day: monday })
        await anAnswerWorth(store, { round: hard, player }, 0, { day: monday, score: 0.2 })
      }
      await anAnswerWorth(store, { round: hard, player: scene.player }, 10, { day: monday })
      expect((await store.weeks.figures(scene.workspace.id, monday, sunday)).hardest).toEqual({
        questionId: 'hard-one',
        questionVersion: 'v1',
        players: 2,
        correct: 1,
      })
    })

    test('a week names the longest streaks of people who answered', async () => {
      const store = open()
      const scene = await aScene(store)
      const [long, absent] = [await aPlayer(store, scene.workspace, 'Lo'), await aPlayer(store, scene.workspace, 'Abs')]
      const streak = { longest: 30, freezes: 0, lastDay: monday }
      await store.players.change(scene.player.id, { streak: { ...streak, current: 3 } })
      await store.players.change(long.id, { streak: { ...streak, current: 7 } })
      await store.players.change(absent.id, { streak: { ...streak, current: 30 } })
      for (const player of [scene.player, long]) await anAnswerWorth(store, { ...scene, player }, 10, { day: monday })
      const { streaks } = await store.weeks.figures(scene.workspace.id, monday, sunday)
      expect(streaks).toEqual([
        { name: 'Lo', days: 7 },
        { name: 'Ada', days: 3 },
      ])
    })

    test('a week doesn’t name a streak that ended during the week', async () => {
      const store = open()
      const scene = await aScene(store)
      const over = await aPlayer(store, scene.workspace, 'Over')
      const missed = await aRound(store, scene.channel, sunday, 'scheduled')
      await store.rounds.change(missed.id, { state: 'closed' })
      const streak = { longest: 9, freezes: 0, toward: 0, lastDay: monday, channels: { [scene.channel.id]: monday } }
      await store.players.change(over.id, { streak: { ...streak, current: 9 } })
      await store.players.change(scene.player.id, { streak: { ...streak, current: 3, lastDay: sunday } })
      for (const player of [scene.player, over]) await anAnswerWorth(store, { ...scene, player }, 10, { day: monday })
      const { streaks } = await store.weeks.figures(scene.workspace.id, monday, sunday)
      expect(streaks).toEqual([{ name: 'Ada', days: 3 }])
    })

    test('a week names people who reached 7, 30, 100 or 365 days in it, regardless of later answers', async () => {
      const store = open()
      const scene = await aScene(store)
      const days = [monday, '2026-03-03', sunday, '2026-03-09']
      const rounds = await Promise.all(days.map((day) => aRound(store, scene.channel, day, 'scheduled')))
      const streaks: [name: string, current: number, answered: number[]][] = [
        ['Reached', 9, [0, 1, 2]],
        ['Since', 8, [1, 2, 3]],
        ['Only since', 7, [3]],
        ['Before', 10, [1, 2]],
        ['Not yet', 6, [0, 1]],
        ['Longest', 100, [0, 2]],
      ]
      for (const [name, current, answered] of streaks) {
        const player = await aPlayer(store, scene.workspace, name)
        await store.players.change(player.id, { streak: { current, longest: current, freezes: 0, lastDay: sunday } })
        for (const place of answered) {
          const round = rounds[place] ?? scene.round
          await anAnswerWorth(store, { round, player }, 1, { day: days[place] ?? monday })
          // A second try on the same day doesn't add a day.
          await anAnswerWorth(store, { round, player }, 1, { day: days[place] ?? monday })
        }
      }
      const { milestones } = await store.weeks.figures(scene.workspace.id, monday, sunday)
      expect(milestones).toEqual([
        { name: 'Longest', days: 100 },
        { name: 'Reached', days: 7 },
        { name: 'Since', days: 7 },
      ])
    })

    test('a week names the new player with the most points, and the team with the best turnout', async () => {
      const store = open()
      const scene = await aScene(store)
      const [all, most, few, pair] = await Promise.all([1, 2, 3, 4].map(() => aTeam(store, scene.workspace)))
      async function member(team: typeof all, points?: number, day = monday): Promise<void> {
        const player = await aPlayer(store, scene.workspace, `Player ${points ?? 'idle'}`)
        await store.players.change(player.id, { teamId: team?.id ?? null })
        if (points !== undefined) await anAnswerWorth(store, { ...scene, player }, points, { day })
      }
      for (const points of [1, 2, 3]) await member(few, points === 1 ? points : undefined)
      for (const points of [4, 5]) await member(pair, points)
      for (const points of [6, 0, undefined]) await member(most, points)
      const figures = async () => store.weeks.figures(scene.workspace.id, monday, sunday)
      const mostName = (await store.teams.find(most?.id ?? 0))?.name
      expect(await figures()).toMatchObject({
        turnout: { team: mostName, members: 3, played: 2 },
        newcomers: { count: 5, best: { name: 'Player 6', points: 6 } },
        recent: 5,
      })
      for (const points of [0, 0, 0]) await member(all, points)
      await member(undefined, 10, '2026-02-09')
      await member(undefined, 10, '2026-02-08')
      expect(await figures()).toMatchObject({ turnout: { members: 3, played: 3 }, recent: 9 })
    })
  })
}
