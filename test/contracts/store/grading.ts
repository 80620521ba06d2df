import { describe, expect, test } from 'vitest'
import { noStreak } from '../../../src/domain/habit/streak.ts'
import type { Graded, Sheet } from '../../../src/ports/store/grading.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aGrade, anAnswer, anAnswerWorth, aPlayer, aRound, aScene, aTeam, type Scene } from './scene.ts'

const gradedAt = new Date('2026-03-02T10:00:01Z')
const day = '2026-03-02'
const streak = { before: noStreak, after: { current: 1, longest: 1, freezes: 0, lastDay: day } }

export function gradingContract(open: () => Store): void {
  describe('grading', () => {
    async function received(scene: Scene, more: Parameters<typeof anAnswer>[1] = {}): Promise<Graded> {
      const taken = await open().answers.receive(anAnswer(scene, more))
      if (!taken) throw new Error('the answer was refused')
      const { answer } = taken
      const { round, player } = scene
      return {
        answer,
        roundVersion: (await sheetOf(answer.id))?.roundVersion ?? '',
        grade: { ...aGrade(), questionVersion: 'v1', cause: 'graded', gradedAt },
        entry: {
          ...{ workspaceId: round.workspaceId, playerId: player.id, roundId: round.id, points: 7, day },
          ...(answer.teamId === undefined ? {} : { teamId: answer.teamId }),
        },
      }
    }

    async function sheetOf(answerId: number): Promise<Sheet | undefined> {
      const nobody = { along: 0, after: 0, behind: 0, apart: [] }
      return (await open().grading.sheets({ asked: [answerId], ...nobody })).at(-1)
    }

    async function points(scene: Scene, by: 'players' | 'teams', subjectId: number): Promise<number | undefined> {
      const query = { workspaceId: scene.workspace.id, window: 'all', day, teamScore: 'best-three', by } as const
      return (await open().boards.place(query, subjectId))?.points
    }

    test('a sheet has the attempts up to the requested one, with their scores', async () => {
      const scene = await aScene(open())
      await anAnswerWorth(open(), scene, 6, { score: 0.5 })
      const second = await received(scene, { attempt: 2, text: 'Daily' })
      await received(scene, { attempt: 3, text: 'At night' })
      const sheet = await sheetOf(second.answer.id)
      const [first] = await open().answers.ofPlayer(scene.round.id, scene.player.id)
      expect(sheet).toEqual({
        round: scene.round,
        roundVersion: expect.any(String),
        attempts: [{ answer: first?.answer, score: 0.5 }, { answer: second.answer }],
        hint: false,
        ruled: false,
        zone: 'UTC',
        streak: noStreak,
        asked: {},
      })
      expect(await sheetOf(0)).toBeUndefined()
    })

    test('a sheet has the newest score, the hint, the time zone, and the question days since the last answered one', async () => {
      const scene = await aScene(open())
      for (const asked of ['2026-03-02', '2026-03-03', '2026-03-04'])
        await aRound(open(), scene.channel, asked, 'scheduled')
      const round = await aRound(open(), scene.channel, '2026-03-05', 'scheduled')
      const { answerId } = await anAnswerWorth(open(), { ...scene, round }, 6)
      const grade = { ...aGrade(0.25), answerId, questionVersion: 'v1', cause: 'regrade', earned: 0, gradedAt } as const
      await open().grades.save(grade)
      await open().hints.take(round.id, scene.player.id)
      await open().workspaces.change(scene.workspace.id, { zone: 'Asia/Kolkata' })
      await open().players.change(scene.player.id, { streak: streak.after })
      expect(await sheetOf(answerId)).toMatchObject({
        attempts: [{ score: 0.25 }],
        hint: true,
        zone: 'Asia/Kolkata',
        streak: streak.after,
        // The streak ends on the second of the month.
        asked: { [scene.channel.id]: ['2026-03-04', '2026-03-03'] },
      })
    })

    test('grade, points, standings, streak and state are saved together', async () => {
      const store = open()
      const scene = await aScene(store)
      const team = await aTeam(store, scene.workspace)
      const graded = await received(scene, { teamId: team.id })
      expect(await store.grading.save([{ ...graded, streak }])).toEqual(new Set([graded.answer.id]))
      const [mine] = await store.answers.ofPlayer(scene.round.id, scene.player.id)
      expect(mine?.answer).toEqual({ ...graded.answer, state: 'graded' })
      expect(mine?.grade).toEqual({
        ...graded.grade,
        ...{ id: mine?.grade?.id, answerId: graded.answer.id, earned: 7, earnedInAll: 7 },
      })
      expect((await store.players.find(scene.player.id))?.streak).toEqual(streak.after)
      expect([await points(scene, 'players', scene.player.id), await points(scene, 'teams', team.id)]).toEqual([7, 7])
      expect(await store.boards.differences(scene.workspace.id)).toEqual([])
    })

    test('if five workers save at the same moment, one succeeds, even within a team', async () => {
      const store = open()
      const scene = await aScene(store)
      const team = await aTeam(store, scene.workspace)
      for (const more of [{}, { teamId: team.id, attempt: 2, text: 'For the team' }]) {
        const graded = await received(scene, more)
        const saved = await Promise.all(Array.from({ length: 5 }, () => store.grading.save([graded])))
        expect(saved.filter(({ size }) => size > 0)).toHaveLength(1)
      }
      expect([await points(scene, 'players', scene.player.id), await points(scene, 'teams', team.id)]).toEqual([14, 7])
      expect(await store.boards.differences(scene.workspace.id)).toEqual([])
    })

    const changes: [string, (store: Store, graded: Graded) => Promise<unknown>][] = [
      ['the text was erased', (store, { answer }) => store.players.forget(answer.playerId, 'a fingerprint')],
      [
        'the streak has moved on',
        (store, { answer }) => store.players.change(answer.playerId, { streak: streak.after }),
      ],
      ['it was graded', (store, { answer }) => store.answers.change(answer.id, { state: 'graded', at: gradedAt })],
    ]
    test.each(changes)('nothing is saved if %s in the meantime', async (_, change) => {
      const store = open()
      const scene = await aScene(store)
      const graded = await received(scene)
      await change(store, graded)
      const before = await store.players.find(scene.player.id)
      expect(await store.grading.save([{ ...graded, streak }])).toEqual(new Set())
      expect(await store.grades.newest(graded.answer.id)).toBeUndefined()
      expect(await store.players.find(scene.player.id)).toEqual(before)
      expect(await points(scene, 'players', scene.player.id)).toBeUndefined()
    })

    test('saving waits for the holder of the answer’s lock, and sees its changes', async () => {
      const store = open()
      const graded = await received(await aScene(store))
      const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
      const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>()
      const holder = store.transaction(async (tables) => {
        await tables.answers.find(graded.answer.id, 'lock')
        isLocked()
        await held
        await tables.answers.change(graded.answer.id, { state: 'graded', at: gradedAt })
      })
      await locked
      const saving = store.grading.save([graded])
      letGo()
      await holder
      expect(await saving).toEqual(new Set())
    })

    test('several players of a new team who are graded at the same time count for its best three', async () => {
      const store = open()
      const scene = await aScene(store)
      const worth = [5, 9, 0, 7, 8, 0, 3, -4]
      // This is a race, so it runs several times.
      for (let turn = 0; turn < 10; turn++) {
        const team = await aTeam(store, scene.workspace)
        const sheets = await Promise.all(
          worth.map(async (_, number) => {
            const player = await aPlayer(store, scene.workspace)
            const graded = await received({ ...scene, player }, { teamId: team.id })
            return { ...graded, entry: { ...graded.entry, points: worth[(number + turn) % worth.length] ?? 0 } }
          }),
        )
        await Promise.all(sheets.map((graded) => store.grading.save([graded])))
        expect(await points(scene, 'teams', team.id)).toBe(24)
      }
      expect(await store.boards.differences(scene.workspace.id)).toEqual([])
    })
  })
}
