import { describe, expect, test } from 'vitest'
import type { Season } from '../../../src/domain/boards/season.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import type { Workspace } from '../../../src/ports/store/workspaces.ts'
import { aPlayer, aTeam, aWorkspace } from './scene.ts'

export function seasonsContract(open: () => Store): void {
  describe('seasons', () => {
    const march = { length: 'month', startsOn: '2026-03-01' } as const
    const closesAt = new Date('2026-04-01T09:00:00Z')

    async function begun(workspace: Workspace, season: Season = march, at = closesAt): Promise<number> {
      await open().seasons.begin({ ...season, workspaceId: workspace.id, closesAt: at })
      const found = (await open().seasons.unclosed(workspace.id)).find(({ startsOn }) => startsOn === season.startsOn)
      return found?.id ?? 0
    }

    test('each workspace, length and first day has one season, and starting it again moves its end until it is over', async () => {
      const workspace = await aWorkspace(open())
      const id = await begun(workspace)
      const later = new Date('2026-04-01T10:00:00Z')
      expect(await begun(workspace, march, later)).toBe(id)
      await begun(workspace, { length: 'quarter', startsOn: '2026-01-01' })
      expect(await open().seasons.find(id)).toEqual({ ...march, id, workspaceId: workspace.id, closesAt: later })
      expect((await open().seasons.unclosed(workspace.id)).map(({ length }) => length)).toEqual(['quarter', 'month'])
      await open().seasons.close(id, later, [])
      await begun(workspace, march, closesAt)
      expect(await open().seasons.find(id)).toMatchObject({ closesAt: later, closedAt: later })
      await open().seasons.drop(id)
      expect(await open().seasons.find(id)).toBeDefined()
    })

    test('finished seasons are listed in pages until they are closed', async () => {
      const workspace = await aWorkspace(open())
      const [first, second] = [
        await begun(workspace),
        await begun(workspace, { length: 'quarter', startsOn: '2026-01-01' }),
      ]
      const due = async (now: Date) =>
        (await open().seasons.due(now, { after: first - 1, limit: 10 })).filter(
          ({ workspaceId }) => workspaceId === workspace.id,
        )
      expect(await due(new Date(closesAt.getTime() - 1))).toEqual([])
      expect((await due(closesAt)).map(({ id }) => id)).toEqual([first, second])
      await open().seasons.close(first, closesAt, [])
      await open().seasons.drop(second)
      expect(await due(closesAt)).toEqual([])
    })

    test('each season is closed once with its winners, even by five workers at the same time', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [ann, team] = [await aPlayer(store, workspace, 'Ann'), await aTeam(store, workspace, 'Rockets')]
      const id = await begun(workspace)
      const places = [
        { by: 'teams', subjectId: team.id, rank: 1, points: 30 },
        { by: 'players', subjectId: ann.id, rank: 1, points: 20 },
      ] as const
      const closed = await Promise.all(Array.from({ length: 5 }, () => store.seasons.close(id, closesAt, places)))
      expect(closed.filter(Boolean)).toHaveLength(1)
      const won = [
        { ...places[0], name: 'Rockets' },
        { ...places[1], name: 'Ann' },
      ]
      expect(await store.seasons.past(workspace.id, 'month', 5)).toEqual([{ ...march, places: won }])
      expect(await store.seasons.past(workspace.id, 'quarter', 5)).toEqual([])
    })

    test('the hall of fame skips seasons without winners, shows current names and hides forgotten players', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [ann, team] = [await aPlayer(store, workspace, 'Ann'), await aTeam(store, workspace, 'Rockets')]
      for (const startsOn of ['2026-01-01', '2026-02-01', '2026-03-01']) {
        const id = await begun(workspace, { length: 'month', startsOn })
        const won = [
          { by: 'players', subjectId: ann.id, rank: 1, points: 5 },
          { by: 'teams', subjectId: team.id, rank: 1, points: 5 },
        ] as const
        await store.seasons.close(id, closesAt, startsOn === '2026-02-01' ? [] : won)
      }
      await store.teams.change(team.id, { name: 'Comets', key: 'comets' })
      expect(await store.players.everythingOf(ann.id)).toMatchObject({
        seasons: [
          { length: 'month', startsOn: '2026-01-01', rank: 1, points: 5 },
          { length: 'month', startsOn: '2026-03-01', rank: 1, points: 5 },
        ],
      })
      await store.players.forget(ann.id, 'fingerprint')
      const past = await store.seasons.past(workspace.id, 'month', 5)
      expect(past.map(({ startsOn, places }) => [startsOn, ...places.map(({ name }) => name)])).toEqual([
        ['2026-03-01', '', 'Comets'],
        ['2026-01-01', '', 'Comets'],
      ])
      expect(await store.seasons.past(workspace.id, 'month', 1)).toHaveLength(1)
      await store.workspaces.remove(workspace.ref)
      expect(await store.seasons.past(workspace.id, 'month', 5)).toEqual([])
    })
  })
}
