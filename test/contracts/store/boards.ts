import { describe, expect, test } from 'vitest'
import { windowBefore, windowStart } from '../../../src/domain/calendar.ts'
import { type BoardQuery, boardSpans } from '../../../src/domain/standings.ts'
import type { Player } from '../../../src/ports/store/players.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import type { Team } from '../../../src/ports/store/teams.ts'
import { aGrade, anAnswer, anAnswerWorth, aPlayer, aRound, aScene, aTeam, next, type Scene } from './scene.ts'

type Award = { player: Player; team?: Team; points: number; day: string }

export function boardsContract(open: () => Store): void {
  describe('boards', () => {
    async function give(scene: Scene, { player, team, points, day }: Award): Promise<void> {
      const more = { day, ...(team && { teamId: team.id }) }
      await anAnswerWorth(open(), { ...scene, player }, points, more)
    }

    const all = (scene: Scene, more: Partial<BoardQuery> = {}): BoardQuery => ({
      workspaceId: scene.workspace.id,
      window: 'all',
      by: 'players',
      day: '2026-03-04',
      teamScore: 'best-three',
      ...more,
    })

    async function people(scene: Scene, ...names: string[]): Promise<Player[]> {
      const players: Player[] = []
      // One after the other, because ties are sorted by age.
      for (const name of names) players.push(await aPlayer(open(), scene.workspace, name))
      return players
    }

    test('players are ranked by points, ties share a rank, and players without points are not listed', async () => {
      const scene = await aScene(open())
      const day = '2026-03-04'
      const [a, b, c, d, e] = await people(scene, 'A', 'B', 'C', 'D', 'E')
      const points = new Map([
        [a, 30],
        [b, 20],
        [c, 20],
        [d, 10],
        [e, 0],
      ])
      for (const [player, earned] of points) if (player) await give(scene, { player, points: earned, day })
      const top = await open().boards.top(all(scene), 10)
      expect(top).toEqual([
        { subjectId: a?.id, name: 'A', points: 30, rank: 1 },
        { subjectId: b?.id, name: 'B', points: 20, rank: 2 },
        { subjectId: c?.id, name: 'C', points: 20, rank: 2 },
        { subjectId: d?.id, name: 'D', points: 10, rank: 4 },
      ])
      expect(await open().boards.top(all(scene), 2)).toEqual(top.slice(0, 2))
      expect(await open().boards.place(all(scene), d?.id ?? 0)).toEqual(top[3])
      expect(await open().boards.place(all(scene), e?.id ?? 0)).toBeUndefined()
      expect(await open().boards.place(all(scene), 0)).toBeUndefined()
    })

    test('each window counts its own days: weeks begin on Monday, months on the 1st', async () => {
      const scene = await aScene(open())
      const [player = scene.player] = await people(scene, 'A')
      for (const [day, points] of [
        ['2026-02-28', 1],
        ['2026-03-01', 2],
        ['2026-03-02', 4],
        ['2026-03-08', 8],
      ] as const) {
        await give(scene, { player, points, day })
      }
      const cases = [
        ['week', '2026-03-01', 3],
        ['week', '2026-03-02', 12],
        ['week', '2026-03-08', 12],
        ['week', '2026-03-09', undefined],
        ['month', '2026-02-01', 1],
        ['month', '2026-03-31', 14],
        ['quarter', '2026-01-01', 15],
        ['quarter', '2026-03-31', 15],
        ['quarter', '2026-04-01', undefined],
        ['all', '2026-03-31', 15],
        ['all', '2030-01-01', 15],
      ] as const
      for (const [window, day, points] of cases) {
        const standing = await open().boards.place(all(scene, { window, day }), player.id)
        expect([window, day, standing?.points]).toEqual([window, day, points])
      }
    })

    test('movement is compared with the previous window, and a new player has none', async () => {
      const scene = await aScene(open())
      const [up, down, newcomer] = await people(scene, 'Up', 'Down', 'Newcomer')
      if (!up || !down || !newcomer) throw new Error('three players')
      for (const [player, points, day] of [
        [up, 5, '2026-02-25'],
        [down, 9, '2026-02-25'],
        [newcomer, 30, '2026-03-04'],
        [up, 20, '2026-03-04'],
        [down, 10, '2026-03-04'],
      ] as const) {
        await give(scene, { player, points, day })
      }
      const moved = async (window: BoardQuery['window']) =>
        (await open().boards.top(all(scene, { window }), 10)).map(({ name, rank, movement }) => [name, rank, movement])
      const board = [
        ['Newcomer', 1, undefined],
        ['Up', 2, 0],
        ['Down', 3, -2],
      ]
      expect(await moved('week')).toEqual(board)
      expect(await moved('month')).toEqual(board)
      expect(await moved('all')).toEqual(board.map(([name, rank]) => [name, rank, undefined]))
      expect(await open().boards.place(all(scene, { window: 'week' }), down.id)).toMatchObject({
        rank: 3,
        movement: -2,
      })
      for (const [player, day] of [
        [up, '2025-10-01'],
        [down, '2025-12-31'],
      ] as const) {
        await give(scene, { player, points: 9, day })
      }
      expect(await moved('quarter')).toEqual([
        ['Newcomer', 1, undefined],
        ['Up', 2, -1],
        ['Down', 3, -2],
      ])
    })

    test('with the best three of each day, a small team beats a large team and a single star; with sums, the large team wins', async () => {
      const scene = await aScene(open())
      const day = '2026-03-04'
      const sizes = [
        ['Trio', 3, 20],
        ['Crowd', 5, 15],
        ['Star', 1, 30],
      ] as const
      for (const [name, size, points] of sizes) {
        const team = await aTeam(open(), scene.workspace, name)
        for (const player of await people(scene, ...Array<string>(size).fill(name))) {
          await give(scene, { player, team, points, day })
        }
      }
      const teams = async (teamScore: BoardQuery['teamScore']) =>
        (await open().boards.top(all(scene, { by: 'teams', teamScore }), 10)).map(({ name, points }) => [name, points])
      expect(await teams('best-three')).toEqual([
        ['Trio', 60],
        ['Crowd', 45],
        ['Star', 30],
      ])
      expect(await teams('sum')).toEqual([
        ['Crowd', 75],
        ['Trio', 60],
        ['Star', 30],
      ])
    })

    test('the weekly points of selected teams are in the requested order, with a zero for weeks without points', async () => {
      const [scene, elsewhere] = [await aScene(open()), await aScene(open())]
      const [ann, ben, idle] = await people(scene, 'Ann', 'Ben', 'Idle')
      if (!ann || !ben || !idle) throw new Error('three players')
      const team = await aTeam(open(), scene.workspace)
      const crowd = await people(scene, 'C', 'D', 'E')
      for (const [player, points, day] of [
        // A Sunday, the Monday after it, and the Sunday of that week, which is in another month.
        [ann, 1, '2026-02-22'],
        [ann, 2, '2026-02-23'],
        [ann, 4, '2026-03-01'],
        [ben, 8, '2026-02-22'],
        [ben, 16, '2026-03-02'],
        ...crowd.map((player) => [player, 20, '2026-03-02'] as const),
      ] as const) {
        await give(scene, { player, team, points, day })
      }
      await give(elsewhere, { player: elsewhere.player, points: 99, day: '2026-02-23' })
      const weeks = ['2026-02-16', '2026-02-23', '2026-03-02']
      const told = (more: Partial<BoardQuery>, subjects: readonly number[], days: readonly string[] = weeks) => {
        const { window: _, day: __, ...query } = all(scene, more)
        return open().boards.weeklyPoints(query, subjects, days)
      }
      expect(await told({}, [ben.id, idle.id, ann.id])).toEqual([
        [8, 0, 16],
        [0, 0, 0],
        [1, 6, 0],
      ])
      expect(await told({}, [ann.id], weeks.toReversed())).toEqual([[0, 6, 1]])
      expect(await told({ by: 'teams' }, [team.id])).toEqual([[9, 6, 60]])
      expect(await told({ by: 'teams', teamScore: 'sum' }, [team.id])).toEqual([[9, 6, 76]])
      expect(await told({}, [elsewhere.player.id])).toEqual([[0, 0, 0]])
      // A day that isn't the first of a week has no weekly points, even if it is the first of a month.
      expect(await told({}, [ann.id], ['2026-02-24', '2026-02-01'])).toEqual([[0, 0]])
      expect(await told({}, [])).toEqual([])
      expect(await told({}, [ann.id], [])).toEqual([[]])
    })

    test('points stay with the team they were earned for', async () => {
      const scene = await aScene(open())
      const [player = scene.player] = await people(scene, 'Mover')
      const [first, second] = [await aTeam(open(), scene.workspace), await aTeam(open(), scene.workspace)]
      await give(scene, { player, team: first, points: 10, day: '2026-03-03' })
      await give(scene, { player, team: second, points: 4, day: '2026-03-04' })
      await give(scene, { player, points: 1, day: '2026-03-04' })
      const place = async (team: Team) => (await open().boards.place(all(scene, { by: 'teams' }), team.id))?.points
      expect([await place(first), await place(second)]).toEqual([10, 4])
      expect((await open().boards.place(all(scene), player.id))?.points).toBe(15)
    })

    test('removed points leave the boards as if they had never been awarded', async () => {
      const scene = await aScene(open())
      const team = await aTeam(open(), scene.workspace)
      const [player = scene.player, other] = await people(scene, 'A', 'B')
      const before = await everything(scene)
      await give(scene, { player, team, points: 10, day: '2026-03-04' })
      await give(scene, { player, team, points: -10, day: '2026-03-04' })
      expect(await everything(scene)).toEqual(before)
      if (other) await give(scene, { player: other, team, points: 5, day: '2026-03-04' })
      await give(scene, { player, team, points: -3, day: '2026-03-04' })
      expect((await open().boards.place(all(scene, { by: 'teams' }), team.id))?.points).toBe(2)
      expect(await open().boards.place(all(scene), player.id)).toBeUndefined()
      expect(await open().boards.differences(scene.workspace.id)).toEqual([])
    })

    test('a grade is awarded once, even by five workers at once', async () => {
      const scene = await aScene(open())
      const team = await aTeam(open(), scene.workspace)
      const { gradeId } = await anAnswerWorth(open(), scene, 7, { teamId: team.id })
      const entry = {
        gradeId,
        workspaceId: scene.workspace.id,
        playerId: scene.player.id,
        teamId: team.id,
        roundId: scene.round.id,
        points: 7,
        day: '2026-03-02',
      }
      await Promise.all(Array.from({ length: 5 }, () => open().boards.award(entry)))
      expect((await open().boards.place(all(scene), scene.player.id))?.points).toBe(7)
      expect((await open().boards.place(all(scene, { by: 'teams' }), team.id))?.points).toBe(7)
    })

    test('a transaction that fails changes nothing', async () => {
      const scene = await aScene(open())
      const { gradeId } = await anAnswerWorth(open(), scene, 7)
      const failing = open().transaction(async (tables) => {
        const { workspace, player, round } = scene
        const day = '2026-03-02'
        const { id } = await tables.grades.save({
          score: 1,
          verdict: 'correct',
          points: [],
          misconceptions: [],
          readings: [],
          answerId: (await tables.answers.ofPlayer(round.id, player.id))[0]?.answer.id ?? 0,
          questionVersion: 'v1',
          cause: 'dispute',
          earned: 9,
          gradedAt: new Date(),
        })
        expect(id).not.toBe(gradeId)
        const entry = { gradeId: id, workspaceId: workspace.id, playerId: player.id, roundId: round.id, points: 9, day }
        await tables.boards.award(entry)
        throw new Error('after all not')
      })
      await expect(failing).rejects.toThrow('after all not')
      expect((await open().boards.place(all(scene), scene.player.id))?.points).toBe(7)
      expect(await open().boards.differences(scene.workspace.id)).toEqual([])
    })

    test('every board and rank matches a full recount after many workers award points at the same time', async () => {
      const scene = await aScene(open())
      const [players, teams] = [await people(scene, ...'ABCDEFGHIJKL'), [] as Team[]]
      for (let turn = 0; turn < 3; turn++) teams.push(await aTeam(open(), scene.workspace))
      const awards = randomAwards(300, players, teams)
      // Each worker takes the next award, as in production. Two awards in one transaction are as common as an early
      // second try.
      const queue = awards.entries()
      const rounds = await Promise.all(Array.from({ length: 8 }, () => aRound(open(), scene.channel)))
      await Promise.all(
        rounds.map(async (round) => {
          for (const [, award] of queue) await give({ ...scene, round }, award)
        }),
      )
      expect(await open().boards.differences(scene.workspace.id)).toEqual([])
      for (const query of everyBoard(scene)) {
        expect([query, await open().boards.top(query, 100)]).toEqual([query, countedByHand(awards, query)])
        for (const standing of countedByHand(awards, query)) {
          expect(await open().boards.place(query, standing.subjectId)).toEqual(standing)
        }
      }
      const before = await everything(scene)
      await open().boards.rebuild(scene.workspace.id)
      expect(await everything(scene)).toEqual(before)
      expect(await open().boards.differences(scene.workspace.id)).toEqual([])
    })

    test("workers that grade both attempts of a player in one transaction don't block each other", async () => {
      const scene = await aScene(open())
      const team = await aTeam(open(), scene.workspace)
      const players = await people(scene, ...'ABCDEFGHIJ')
      const { workspace, round } = scene
      const worked = players.map((player, number) =>
        open().transaction(async (tables) => {
          for (const attempt of [1, 2]) {
            const answer = anAnswer({ round, player }, { attempt, text: `Attempt ${attempt}` })
            const received = await tables.answers.receive(answer)
            const grade = {
              ...aGrade(),
              answerId: received?.answer.id ?? 0,
              questionVersion: 'v1',
              cause: 'graded',
              earned: 1 + ((number * attempt * 7) % 40),
              gradedAt: new Date(),
            } as const
            const { id: gradeId } = await tables.grades.save(grade)
            const roundId = round.id
            const entry = { gradeId, workspaceId: workspace.id, playerId: player.id, teamId: team.id, roundId }
            await tables.boards.award({ ...entry, points: grade.earned, day: '2026-03-04' })
          }
        }),
      )
      await Promise.all(worked)
      expect(await open().boards.top(all(scene), 100)).toHaveLength(10)
      expect(await open().boards.differences(workspace.id)).toEqual([])
    })

    test('a rebuild while points are awarded loses no points', async () => {
      const scene = await aScene(open())
      const players = await people(scene, ...'ABCDEF')
      const team = await aTeam(open(), scene.workspace)
      await Promise.all([
        ...players.map(async (player) => {
          for (let turn = 0; turn < 5; turn++) await give(scene, { player, team, points: 2, day: '2026-03-04' })
        }),
        ...Array.from({ length: 5 }, () => open().boards.rebuild(scene.workspace.id)),
      ])
      expect(await open().boards.differences(scene.workspace.id)).toEqual([])
      expect((await open().boards.place(all(scene, { by: 'teams', teamScore: 'sum' }), team.id))?.points).toBe(60)
    })

    test('a workspace sees only its own boards', async () => {
      const [mine, other] = [await aScene(open()), await aScene(open())]
      await give(other, { player: other.player, points: 10, day: '2026-03-04' })
      expect(await open().boards.top(all(mine), 10)).toEqual([])
      expect(await open().boards.place(all(mine), other.player.id)).toBeUndefined()
    })

    function everyBoard(scene: Scene): BoardQuery[] {
      return boardSpans.flatMap((window) =>
        ['2026-02-26', '2026-03-04'].flatMap((day) => [
          all(scene, { window, day, by: 'players' }),
          all(scene, { window, day, by: 'teams', teamScore: 'best-three' }),
          all(scene, { window, day, by: 'teams', teamScore: 'sum' }),
        ]),
      )
    }

    async function everything(scene: Scene): Promise<unknown[]> {
      return Promise.all(everyBoard(scene).map((query) => open().boards.top(query, 100)))
    }
  })
}

/** Two weeks of awards around the end of a month. A few remove points, and a few are large. */
function randomAwards(count: number, players: Player[], teams: Team[]): Award[] {
  let state = next()
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
  return Array.from({ length: count }, () => {
    const player = players[random(players.length)]
    const team = teams[random(teams.length + 1)]
    const day = new Date(Date.UTC(2026, 1, 23 + random(14))).toISOString().slice(0, 10)
    const points = random(20) === 0 ? random(3000) : random(36) - 8
    if (!player) throw new Error('no player')
    return { player, points, day, ...(team && { team }) }
  })
}

function countedByHand(awards: Award[], query: BoardQuery) {
  const start = windowStart(query.day, query.window)
  const before = windowBefore(query.day, query.window)
  const now = ranked(awards, query, start)
  const earlier = new Map(before ? ranked(awards, query, before).map((row) => [row.subjectId, row.rank]) : [])
  return now.map((row) => {
    const rank = earlier.get(row.subjectId)
    return { ...row, ...(rank !== undefined && { movement: rank - row.rank }) }
  })
}

function ranked(awards: Award[], query: BoardQuery, start: string) {
  const inWindow = awards.filter(({ day }) => windowStart(day, query.window) === start)
  const names = new Map<number, string>()
  const points = new Map<number, number>()
  const add = (subject: Player | Team, earned: number) => {
    names.set(subject.id, subject.name)
    points.set(subject.id, (points.get(subject.id) ?? 0) + earned)
  }
  if (query.by === 'players') {
    for (const award of inWindow) add(award.player, award.points)
  } else {
    for (const [team, days] of Map.groupBy(
      inWindow.filter(({ team }) => team),
      ({ team }) => team,
    )) {
      if (!team) continue
      for (const day of Map.groupBy(days, (award) => award.day).values()) {
        const byPlayer = Map.groupBy(day, (award) => award.player.id)
        const sums = [...byPlayer.values()].map((one) => one.reduce((sum, award) => sum + award.points, 0))
        add(team, query.teamScore === 'sum' ? sums.reduce((a, b) => a + b, 0) : bestThree(sums))
      }
    }
  }
  const rows = [...points]
    .filter(([, earned]) => earned > 0)
    .map(([subjectId, earned]) => ({ subjectId, name: names.get(subjectId) ?? '', points: earned }))
    .sort((a, b) => b.points - a.points || a.subjectId - b.subjectId)
  // Ties share the rank of the first row with the same points.
  return rows.map((row) => ({ ...row, rank: rows.findIndex(({ points }) => points === row.points) + 1 }))
}

function bestThree(points: number[]): number {
  const [first = 0, second = 0, third = 0] = points.toSorted((a, b) => b - a)
  return first + second + third
}
