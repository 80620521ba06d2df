import { describe, expect, test } from 'vitest'
import type { FirstTry } from '../../../src/ports/store/askers.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { anAnswer, aPlayer, aScene, aTeam, next, type Scene } from './scene.ts'

function tried({ player }: Pick<Scene, 'player'>, more: { text?: string; eventId?: string } = {}): FirstTry {
  return {
    answer: {
      text: 'Once a day.',
      eventId: `event-${next()}`,
      path: 'slack.view.sealed',
      requestId: 'r-1',
      receivedAt: new Date('2026-03-02T10:00:00Z'),
      fingerprint: `fingerprint of ${player.ref}`,
      ...more,
    },
    accepts: () => true,
  }
}

/** The store has seen the round before, as in a process that has already received an answer. */
async function aSeenScene(store: Store): Promise<Scene & { seen: Scene & { roundId: number } }> {
  const scene = await aScene(store)
  const seen = { ...scene, roundId: scene.round.id }
  await store.askers.recognise(seen)
  return { ...scene, seen }
}

export function firstTriesContract(open: () => Store): void {
  describe('a first try that is stored together with its asker', () => {
    test('is the same answer as one that is stored separately', async () => {
      const store = open()
      const { workspace, round, player, seen } = await aSeenScene(store)
      const team = await aTeam(store, workspace)
      await store.players.change(player.id, { teamId: team.id })
      const { stored, playing } = await store.askers.recognise({ ...seen, firstTry: tried(seen) })
      expect(playing).toEqual({ round, attempts: [] })
      expect(await store.answers.ofPlayer(round.id, player.id)).toEqual([{ answer: stored }])
      expect(stored).toMatchObject({ attempt: 1, text: 'Once a day.', teamId: team.id, state: 'received' })
      const again = { ...anAnswer(seen), attempt: 2, text: 'once  a DAY.' }
      expect(await store.answers.receive(again)).toEqual({ answer: stored, repeated: true })
    })

    test('waits for the next statement in a round that the store hasn’t seen, or for a new player', async () => {
      const store = open()
      const unseen = await aScene(store)
      const given = { ...unseen, roundId: unseen.round.id, firstTry: tried(unseen) }
      expect((await store.askers.recognise(given)).stored).toBeUndefined()
      const player = { ref: `${unseen.workspace.ref}:U${next()}`, name: 'New' }
      expect((await store.askers.recognise({ ...given, player })).stored).toBeUndefined()
      expect((await store.askers.recognise(given)).stored).toBeDefined()
    })

    test('isn’t stored if the rules don’t accept it in the round as it was seen', async () => {
      const store = open()
      const { round, player, seen } = await aSeenScene(store)
      const asked: unknown[] = []
      const accepts: FirstTry['accepts'] = (one) => {
        asked.push(one)
        return false
      }
      expect((await store.askers.recognise({ ...seen, firstTry: { ...tried(seen), accepts } })).stored).toBeUndefined()
      expect(asked).toEqual([round])
      expect(await store.answers.ofPlayer(round.id, player.id)).toEqual([])
    })

    test.each([
      ['closed', { state: 'closed' }],
      ['given an end', { closesAt: new Date('2026-03-02T09:59:59Z') }],
    ] as const)('isn’t stored if the round was %s since it was seen', async (_what, change) => {
      const store = open()
      const { round, seen } = await aSeenScene(store)
      const changed = await store.rounds.change(round.id, change)
      const { stored, playing } = await store.askers.recognise({ ...seen, firstTry: tried(seen) })
      expect([stored, playing?.round]).toEqual([undefined, changed])
      // The rules now judge the round as it is.
      expect((await store.askers.recognise({ ...seen, firstTry: tried(seen) })).stored).toBeDefined()
    })

    test('isn’t stored if the player has a try, or if the request is replayed', async () => {
      const store = open()
      const { workspace, round, player, seen } = await aSeenScene(store)
      const given = { ...seen, delivery: `signature ${next()}` }
      expect((await store.askers.recognise({ ...given, firstTry: tried(seen) })).stored).toBeDefined()
      const other = { ...given, player: await aPlayer(store, workspace, 'Eve') }
      expect(await store.askers.recognise({ ...other, firstTry: tried(other) })).toMatchObject({ replayed: true })
      expect(await store.answers.ofPlayer(round.id, other.player.id)).toEqual([])
      const second = { ...seen, firstTry: tried(seen, { text: 'Something else' }) }
      expect((await store.askers.recognise(second)).stored).toBeUndefined()
      expect(await store.answers.ofPlayer(round.id, player.id)).toHaveLength(1)
    })

    test('is stored once if ten requests with it come at the same moment', async () => {
      const store = open()
      const { round, player, seen } = await aSeenScene(store)
      const firstTry = tried(seen)
      const all = await Promise.all(Array.from({ length: 10 }, () => store.askers.recognise({ ...seen, firstTry })))
      expect(all.filter(({ stored }) => stored)).toHaveLength(1)
      expect(await store.answers.ofPlayer(round.id, player.id)).toHaveLength(1)
    })

    test('isn’t stored for somebody who answered the round and was then forgotten', async () => {
      const store = open()
      const { player, round, seen } = await aSeenScene(store)
      await store.askers.recognise({ ...seen, firstTry: tried(seen) })
      await store.players.forget(player.id, `fingerprint of ${player.ref}`)
      const returned = await store.askers.recognise(seen)
      expect((await store.askers.recognise({ ...seen, firstTry: tried(seen) })).stored).toBeUndefined()
      expect(await store.answers.ofPlayer(round.id, returned.player.id)).toEqual([])
    })

    test('isn’t stored in the round of another workspace', async () => {
      const store = open()
      const [here, there] = [await aSeenScene(store), await aSeenScene(store)]
      const firstTry = tried(here)
      expect((await store.askers.recognise({ ...here.seen, roundId: there.round.id, firstTry })).stored).toBeUndefined()
    })

    test('isn’t stored before somebody’s groups have decided their team', async () => {
      const store = open()
      const { workspace, player, seen } = await aSeenScene(store)
      const team = await aTeam(store, workspace)
      const group = `${workspace.ref}:S1`
      const grouped = { ...seen, player: { ...player, groups: [group] }, firstTry: tried(seen) }
      await store.teams.change(team.id, { linked: group })
      expect(await store.askers.recognise(grouped)).toMatchObject({ belongs: { teamId: team.id } })
      await store.teams.change(team.id, { linked: null })
      expect((await store.askers.recognise(grouped)).stored).toBeDefined()
    })
  })
}
