import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { anAnswerWorth, aPlayer, aScene, aTeam, aWorkspace } from './scene.ts'

export function teamsContract(open: () => Store): void {
  describe('teams', () => {
    test('a name is used once in a workspace, even if two people choose it at the same moment', async () => {
      const store = open()
      const [workspace, elsewhere] = [await aWorkspace(store), await aWorkspace(store)]
      const wanted = { workspaceId: workspace.id, name: 'Core', key: 'core' }
      const made = await Promise.all(Array.from({ length: 5 }, () => store.teams.create(wanted)))
      const team = made.find((one) => one !== undefined)
      expect(made.filter((one) => one !== undefined)).toHaveLength(1)
      expect(team).toEqual({ id: team?.id, workspaceId: workspace.id, name: 'Core', members: 0 })
      expect(await store.teams.findByKey(workspace.id, 'core')).toEqual(team)
      expect(await store.teams.findByKey(elsewhere.id, 'core')).toBeUndefined()
      expect(await store.teams.create({ ...wanted, workspaceId: elsewhere.id })).toMatchObject({ name: 'Core' })
    })

    test('after the rule for keys changes, a team gets a key by the new rule if the key is free', async () => {
      const store = open()
      const { id: workspaceId } = await aWorkspace(store)
      const made = [
        await store.teams.create({ workspaceId, name: 'C++', key: 'old 1' }),
        await store.teams.create({ workspaceId, name: 'C#', key: 'old 2' }),
        await store.teams.create({ workspaceId, name: 'c#', key: 'old 3' }),
      ]
      await store.teams.rekey((name) => name.toLowerCase())
      expect(await store.teams.findByKey(workspaceId, 'c++')).toEqual(made[0])
      expect(await store.teams.findByKey(workspaceId, 'c#')).toEqual(made[1])
      expect(await store.teams.findByKey(workspaceId, 'old 3')).toEqual(made[2])
      expect(await store.teams.rekey((name) => name.toLowerCase())).toBe(0)
    })

    test('a team that follows a group has exactly those members of the group who have played', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [team, other] = [await aTeam(store, workspace), await aTeam(store, workspace)]
      const [stays, leaves, comes, apart] = [
        await aPlayer(store, workspace),
        await aPlayer(store, workspace),
        await aPlayer(store, workspace),
        await aPlayer(store, workspace),
      ]
      for (const { id } of [stays, leaves]) await store.players.change(id, { teamId: team.id })
      for (const { id } of [comes, apart]) await store.players.change(id, { teamId: other.id })
      await store.teams.change(team.id, { linked: `${workspace.ref}:S1` })
      await store.players.beTeam(workspace.id, team.id, [stays.ref, comes.ref, `${workspace.ref}:Unseen`])
      const teamOf = async ({ id }: { id: number }) => (await store.players.find(id))?.teamId
      expect(await Promise.all([stays, leaves, comes, apart].map(teamOf))).toEqual([
        team.id,
        undefined,
        team.id,
        other.id,
      ])
      expect(await store.teams.linked()).toContainEqual({ id: team.id, workspaceId: workspace.id })
      expect((await store.teams.linked()).map(({ id }) => id)).not.toContain(other.id)
      await store.players.beTeam(workspace.id, team.id, [])
      expect(await teamOf(stays)).toBeUndefined()
    })

    test('somebody in two groups stays in their current team until they leave its group', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [web, api] = [await aTeam(store, workspace), await aTeam(store, workspace)]
      for (const { id } of [web, api]) await store.teams.change(id, { linked: `${workspace.ref}:S${id}` })
      const both = await aPlayer(store, workspace)
      const team = async () => (await store.players.find(both.id))?.teamId
      for (const { id } of [web, api, web]) await store.players.beTeam(workspace.id, id, [both.ref])
      expect(await team()).toBe(web.id)
      await store.players.beTeam(workspace.id, web.id, [])
      await store.players.beTeam(workspace.id, api.id, [both.ref])
      expect(await team()).toBe(api.id)
    })

    test('teams are listed by name with the number of their members', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [web, api] = [await aTeam(store, workspace, 'Web'), await aTeam(store, workspace, 'Api')]
      for (let turn = 0; turn < 2; turn++) {
        const { id } = await aPlayer(store, workspace)
        await store.players.change(id, { teamId: web.id })
      }
      expect(await store.teams.list(workspace.id)).toEqual([api, { ...web, members: 2 }])
      expect(await store.teams.find(web.id)).toEqual({ ...web, members: 2 })
    })

    test('a team is renamed, and linked to a role and unlinked again', async () => {
      const store = open()
      const team = await aTeam(store, await aWorkspace(store))
      const linked = 'discord:G1:R1'
      expect(await store.teams.change(team.id, { name: 'New', key: 'new', linked })).toEqual({
        ...team,
        name: 'New',
        linked,
      })
      expect(await store.teams.change(team.id, { linked: null })).toEqual({ ...team, name: 'New' })
    })

    test('a name that is taken is refused, and the transaction around it continues', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const [one, other] = [await aTeam(store, workspace, 'One'), await aTeam(store, workspace, 'Other')]
      expect(await store.teams.change(other.id, { name: 'One!', key: 'one' })).toBeUndefined()
      await store.transaction(async (tables) => {
        expect(await tables.teams.change(other.id, { name: 'One!', key: 'one' })).toBeUndefined()
        await tables.teams.change(one.id, { name: 'ONE' })
      })
      expect((await store.teams.list(workspace.id)).map(({ name }) => name)).toEqual(['ONE', 'Other'])
    })

    test('people without a group are those in a team and those who answered, with their points', async () => {
      const store = open()
      const scene = await aScene(store)
      const { workspace, player } = scene
      const [core, group] = [await aTeam(store, workspace), await aTeam(store, workspace)]
      await store.teams.change(group.id, { linked: `${workspace.ref}:S1` })
      const names = ['Idle', 'Led', 'Gone', 'Late', 'Looks']
      const others = await Promise.all(names.map((name) => aPlayer(store, workspace, name)))
      const [idle, led, gone, late] = others as [typeof player, typeof player, typeof player, typeof player]
      for (const { id } of [idle, gone]) await store.players.change(id, { teamId: core.id })
      await store.players.change(led.id, { teamId: group.id })
      await store.players.forget(gone.id, 'a fingerprint')
      await anAnswerWorth(store, scene, 10, { day: '2026-03-02' })
      await anAnswerWorth(store, scene, 5, { day: '2026-03-03' })
      await anAnswerWorth(store, { ...scene, player: led }, 10, { day: '2026-03-02' })
      await anAnswerWorth(store, { ...scene, player: late }, 10, { day: '2026-03-04' })
      const days = { first: '2026-03-02', last: '2026-03-03' }
      const expected = [
        { id: player.id, name: 'Ada', points: 15 },
        { id: idle.id, name: 'Idle', teamId: core.id },
      ].toSorted((one, other) => one.id - other.id)
      expect(await store.teams.freePlayers(workspace.id, days)).toEqual(expected)
      expect(await store.transaction(({ teams }) => teams.freePlayers(workspace.id, days, 'lock'))).toEqual(expected)
      await store.teams.seat(core.id, [player.id])
      expect(await store.players.find(player.id)).toMatchObject({ teamId: core.id, knowsTeam: false })
    })
  })
}
