import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { anAnswer, anAnswerWorth, aPlayer, aScene, aTeam, next } from './scene.ts'

export function askersContract(open: () => Store): void {
  describe('askers', () => {
    function seen(name = 'One', team = `slack:T${next()}`) {
      return {
        workspace: { ref: team, name: `Workspace ${name}` },
        player: { ref: `${team}:U1`, name: `Player ${name}` },
        channel: { ref: `${team}:C1`, name: `Channel ${name}` },
      }
    }

    test('workspace, channel and player are created if they are new', async () => {
      const store = open()
      const given = seen()
      const { workspace, player, channel } = await store.askers.recognise(given)
      expect(workspace).toEqual(await store.workspaces.findByRef(given.workspace.ref))
      expect(player).toEqual(await store.players.find(player.id))
      expect(channel).toEqual(await store.channels.find(channel?.id ?? 0))
      expect({ workspace, player, channel }).toMatchObject(given)
      expect([player.workspaceId, channel?.workspaceId]).toEqual([workspace.id, workspace.id])
      expect(await store.askers.recognise(given)).toEqual({ workspace, player, channel })
    })

    test('somebody whose name is unknown is shown by a handle until the name is known', async () => {
      const { askers } = open()
      const called = async (name: string, handle?: string) => {
        const player = { ref: 'slack:T9:U9', name, ...(handle === undefined ? {} : { handle }) }
        return (await askers.recognise({ workspace: { ref: 'slack:T9', name: 'Nine' }, player })).player.name
      }
      expect([await called(''), await called('', 'ada'), await called('', 'ada.l')]).toEqual(['', 'ada', 'ada'])
      expect([await called('Ada Lovelace', 'ada'), await called('', 'ada')]).toEqual(['Ada Lovelace', 'Ada Lovelace'])
      expect(await called('Lady Ada')).toBe('Lady Ada')
    })

    test('workspace, channel and player are the same as in separate lookups', async () => {
      const store = open()
      const given = seen()
      const workspace = await store.workspaces.recognise(given.workspace)
      const [player, channel] = await Promise.all([
        store.players.recognise(workspace.id, given.player),
        store.channels.recognise(workspace.id, given.channel),
      ])
      expect(await store.askers.recognise(given)).toEqual({ workspace, player, channel })
    })

    test('a player is found by their id, with their workspace', async () => {
      const store = open()
      const { workspace, player } = await store.askers.recognise(seen())
      await store.askers.recognise(seen())
      expect(await store.askers.ofPlayer(player.id)).toEqual({ workspace, player })
      expect(await store.askers.ofPlayer(2 ** 40)).toBeUndefined()
    })

    test('an asker comes with the round that they act on and their attempts in it', async () => {
      const store = open()
      const scene = await aScene(store)
      const { workspace, channel, player, round } = scene
      const given = { workspace, player, channel, roundId: round.id }
      expect((await store.askers.recognise(given)).playing).toEqual({ round, attempts: [] })
      expect((await store.askers.recognise({ ...given, roundId: 2 ** 40 })).playing).toBeUndefined()
      const first = await anAnswerWorth(store, scene, 5)
      await store.answers.receive(anAnswer(scene, { attempt: 2, text: 'Something else', eventId: 'second' }))
      const other = await aPlayer(store, workspace, 'Eve')
      const attempts = await store.answers.ofPlayer(round.id, player.id)
      expect(attempts.map(({ answer, grade }) => [answer.attempt, grade?.answerId])).toEqual([
        [1, first.answerId],
        [2, undefined],
      ])
      expect((await store.askers.recognise(given)).playing).toEqual({ round, attempts })
      expect((await store.askers.recognise({ ...given, player: other })).playing).toEqual({ round, attempts: [] })
      const stranger = { ref: `${workspace.ref}:U${next()}`, name: 'New' }
      expect((await store.askers.recognise({ ...given, player: stranger })).playing).toEqual({ round, attempts: [] })
    })

    test('somebody who only looks is found, but never stored', async () => {
      const store = open()
      const given = seen()
      expect(await store.askers.find(given)).toBeUndefined()
      expect(await store.workspaces.findByRef(given.workspace.ref)).toBeUndefined()
      const known = await store.askers.recognise({ workspace: given.workspace, player: given.player })
      expect(await store.askers.find(given)).toEqual(known)
      const withChannel = await store.askers.recognise(given)
      expect(await store.askers.find(given)).toEqual(withChannel)
      const stranger = { ...given, player: { ref: `${given.workspace.ref}:U2`, name: 'Two' } }
      expect(await store.askers.find(stranger)).toBeUndefined()
      expect(await store.askers.find({ ...given, workspace: seen().workspace })).toBeUndefined()
    })

    test('somebody joins another team if that team follows one of their groups, and stays if their own team does', async () => {
      const store = open()
      const given = seen()
      const { workspace, player } = await store.askers.recognise(given)
      const [web, api, free] = [
        await aTeam(store, workspace),
        await aTeam(store, workspace),
        await aTeam(store, workspace),
      ]
      const group = (name: string) => `${given.workspace.ref}:${name}`
      await store.teams.change(web.id, { linked: group('S1') })
      await store.teams.change(api.id, { linked: group('S2') })
      const belongs = async (team: { id: number } | undefined, groups?: string[]) => {
        await store.players.change(player.id, { teamId: team?.id ?? null })
        const asked = { ...given.player, ...(groups && { groups: groups.map(group) }) }
        return (await store.askers.recognise({ ...given, player: asked })).belongs
      }
      expect(await belongs(undefined, ['S1'])).toEqual({ teamId: web.id })
      expect(await belongs(free, ['S9', 'S2'])).toEqual({ teamId: api.id })
      expect(await belongs(api, ['S1'])).toEqual({ teamId: web.id })
      expect(await belongs(api, ['S1', 'S2'])).toBeUndefined()
      expect(await belongs(api, ['S9'])).toEqual({ teamId: null })
      expect(await belongs(api, [])).toEqual({ teamId: null })
      expect(await belongs(free, [])).toBeUndefined()
      expect(await belongs(undefined, ['S9'])).toBeUndefined()
      // An asker without groups stays in their team.
      expect(await belongs(api)).toBeUndefined()
    })

    test('a group of one workspace doesn’t move people into a team of another', async () => {
      const store = open()
      const [here, there] = [seen(), seen()]
      const { workspace } = await store.askers.recognise(there)
      const team = await aTeam(store, workspace)
      await store.teams.change(team.id, { linked: `${there.workspace.ref}:S1` })
      const player = { ...here.player, groups: [`${there.workspace.ref}:S1`] }
      expect((await store.askers.recognise({ ...here, player })).belongs).toBeUndefined()
    })

    test('a direct message has no channel', async () => {
      const { workspace, player } = seen()
      const asker = await open().askers.recognise({ workspace, player })
      expect(asker).toMatchObject({ workspace, player })
      expect(asker).not.toHaveProperty('channel')
    })

    test('names are kept current, and an empty one is ignored', async () => {
      const store = open()
      const first = seen('One')
      const { workspace, player, channel } = await store.askers.recognise(first)
      const renamed = seen('Two', first.workspace.ref)
      const known = { workspace: { id: workspace.id }, player: { id: player.id }, channel: { id: channel?.id } }
      expect(await store.askers.recognise(renamed)).toMatchObject(renamed)
      expect(await store.askers.recognise(renamed)).toMatchObject(known)
      const nameless = {
        workspace: { ref: first.workspace.ref, name: '' },
        player: { ref: first.player.ref, name: '' },
        channel: { ref: first.channel.ref, name: '' },
      }
      expect(await store.askers.recognise(nameless)).toMatchObject(renamed)
    })

    test('ten first requests at the same moment from one place get the same rows', async () => {
      const store = open()
      const given = seen()
      const all = await Promise.all(Array.from({ length: 10 }, () => store.askers.recognise(given)))
      expect(new Set(all.map((one) => [one.workspace.id, one.player.id, one.channel?.id].join())).size).toBe(1)
    })

    test.each(['of a known workspace', 'of a new one'])('a request that comes twice is detected: %s', async (which) => {
      const store = open()
      const given = { ...seen(), delivery: `signature ${next()}` }
      if (which === 'of a known workspace') await store.workspaces.recognise(given.workspace)
      const all = await Promise.all(Array.from({ length: 5 }, () => store.askers.recognise(given)))
      expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1)
      expect((await store.askers.recognise({ ...given, delivery: `signature ${next()}` })).replayed).toBeUndefined()
      const { delivery: _, ...unsigned } = given
      expect((await store.askers.recognise(unsigned)).replayed).toBeUndefined()
    })

    test('old deliveries are deleted', async () => {
      const store = open()
      const given = { ...seen(), delivery: `signature ${next()}` }
      await store.askers.recognise(given)
      await store.askers.forgetDeliveries(new Date(Date.now() - 60_000))
      expect((await store.askers.recognise(given)).replayed).toBe(true)
      await store.askers.forgetDeliveries(new Date(Date.now() + 60_000))
      expect((await store.askers.recognise(given)).replayed).toBeUndefined()
    })

    test('many new players of a new channel don’t delay each other', async () => {
      const store = open()
      const { workspace, channel } = seen()
      await store.workspaces.recognise(workspace)
      const all = await Promise.all(
        Array.from({ length: 40 }, (_, at) =>
          store.askers.recognise({ workspace, channel, player: { ref: `${workspace.ref}:P${at % 20}`, name: 'P' } }),
        ),
      )
      expect(new Set(all.map(({ player }) => player.id)).size).toBe(20)
      expect(new Set(all.map((one) => one.channel?.id)).size).toBe(1)
    })
  })
}
