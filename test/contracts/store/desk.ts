import { describe, expect, test } from 'vitest'
import { itemFigures } from '../../../src/domain/item-figures.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aChannel, anAnswerWorth, aPlayer, aQuestion, aWorkspace } from './scene.ts'

const askedAt = new Date('2026-03-02T09:00:00Z')
const later = (minutes: number) => new Date(askedAt.getTime() + minutes * 60_000)
let keys = 0

export function deskContract(open: () => Store): void {
  async function aLink(at = askedAt) {
    const { deskSessions } = open()
    const workspace = await aWorkspace(open())
    const player = await aPlayer(open(), workspace)
    const asked = { workspaceId: workspace.id, playerId: player.id, askedAt: at, forgetBefore: new Date(0) }
    return { deskSessions, workspace, player, asked, link: await deskSessions.ask(asked) }
  }

  describe('sessions at the desk', () => {
    test('a link opens one session, even if many people press the button at the same time', async () => {
      const { deskSessions, link } = await aLink()
      const press = () => deskSessions.open(link.id, { keyHash: `key ${++keys}`, at: later(1), askedAfter: later(-14) })
      const opened = await Promise.all([press(), press(), press()])
      expect(opened.filter((one) => one)).toEqual([{ ...link, openedAt: later(1) }])
      expect(await deskSessions.find(link.id)).toEqual({ ...link, openedAt: later(1) })
    })

    test('an expired link opens nothing, and neither does an unknown one', async () => {
      const { deskSessions, link } = await aLink()
      const use = { keyHash: `key ${++keys}`, at: later(15), askedAfter: askedAt }
      expect(await deskSessions.open(link.id, use)).toBeUndefined()
      expect(await deskSessions.open(link.id + 1000, { ...use, askedAfter: new Date(0) })).toBeUndefined()
    })

    test('a key belongs to its session until the session expires or is ended', async () => {
      const { deskSessions, link, asked, player } = await aLink()
      const [here, there] = [`key ${++keys}`, `key ${++keys}`]
      await deskSessions.open(link.id, { keyHash: here, at: later(1), askedAfter: new Date(0) })
      const other = await deskSessions.ask(asked)
      await deskSessions.open(other.id, { keyHash: there, at: later(2), askedAfter: new Date(0) })
      expect((await deskSessions.ofKey(here, later(0)))?.id).toBe(link.id)
      expect(await deskSessions.ofKey(here, later(1))).toBeUndefined()
      expect(await deskSessions.ofKey('no key', later(0))).toBeUndefined()
      await deskSessions.end({ id: link.id })
      expect(await deskSessions.ofKey(here, later(0))).toBeUndefined()
      expect((await deskSessions.ofKey(there, later(0)))?.id).toBe(other.id)
      await deskSessions.end({ playerId: player.id })
      expect(await deskSessions.ofKey(there, later(0))).toBeUndefined()
    })

    test('expired sessions are deleted when the next link is created, and all of a player’s sessions when they ask to be forgotten', async () => {
      const { deskSessions, link, asked } = await aLink(later(-3000))
      const next = await deskSessions.ask({ ...asked, askedAt, forgetBefore: later(-1440) })
      expect(await deskSessions.find(link.id)).toBeUndefined()
      await open().players.forget(next.playerId, 'a fingerprint')
      expect(await deskSessions.find(next.id)).toBeUndefined()
    })
  })

  describe('the desk’s list of changes', () => {
    test('is listed for its workspace, newest first, in pages, with people’s current names', async () => {
      const { workspace, player } = await aLink()
      const stranger = await aLink()
      const { changes, players } = open()
      const note = (one: typeof stranger.link, where: string): Promise<number> =>
        changes.note({
          ...{ workspaceId: one.workspaceId, playerId: one.playerId, at: askedAt },
          ...{ kind: 'signed-out', about: { where } },
        })
      const mine = { ...stranger.link, workspaceId: workspace.id, playerId: player.id }
      for (const where of ['one', 'two', 'three']) {
        expect(await changes.find(await note(mine, where))).toMatchObject({
          workspaceId: workspace.id,
          about: { where },
        })
      }
      await note(stranger.link, 'elsewhere')
      const [three, two] = await changes.latest(workspace.id, { limit: 2 })
      expect([three?.about, two?.about]).toEqual([{ where: 'three' }, { where: 'two' }])
      expect(three).toMatchObject({ kind: 'signed-out', at: askedAt, playerName: 'Ada' })
      const rest = await changes.latest(workspace.id, { before: two?.id ?? 0, limit: 2 })
      expect(rest.map(({ about }) => about)).toEqual([{ where: 'one' }])
      await players.forget(player.id, 'a fingerprint')
      expect((await changes.latest(workspace.id, { limit: 1 })).map(({ playerName }) => playerName)).toEqual([''])
    })

    test('is erased after the retention period for texts', async () => {
      const { workspace, player } = await aLink()
      const { changes, retention } = open()
      const at = new Date('2020-03-02T09:00:00Z')
      await changes.note({ workspaceId: workspace.id, playerId: player.id, at, kind: 'signed-in', about: {} })
      const page = (now: string) => ({ now: new Date(now), months: 12, limit: 10 })
      expect(await retention.erase('changes', page('2021-03-01T00:00:00Z'))).toBe(0)
      expect((await retention.due(new Date('2021-03-03T00:00:00Z'), 12)).changes).toBe(1)
      expect(await retention.erase('changes', page('2021-03-03T00:00:00Z'))).toBe(1)
      expect(await changes.latest(workspace.id, { limit: 5 })).toEqual([])
    })
  })

  describe('figures by question', () => {
    test('include a question that nobody answered, but none that was never posted', async () => {
      const workspace = await aWorkspace(open())
      const channel = await aChannel(open(), workspace)
      await open().questions.load([aQuestion('unanswered'), aQuestion('unposted')])
      for (const [questionId, state] of [
        ['unanswered', 'open'],
        ['unposted', 'failed'],
      ] as const) {
        const round = await open().rounds.create({
          ...{ workspaceId: workspace.id, channelId: channel.id, questionId, questionVersion: 'v1', kind: 'extra' },
          ...{ localDate: '2026-03-02', attempts: 2, createdAt: askedAt },
        })
        await open().rounds.change(round?.id ?? 0, { state })
      }
      expect(await open().overview.questions(workspace.id, later(-60))).toEqual([
        { id: 'unanswered', version: 'v1', asked: 1, answered: 0, correct: 0, disputes: 0 },
      ])
    })

    test('show how well each question separates people who know the answer, like the bank’s figures', async () => {
      const workspace = await aWorkspace(open())
      const channel = await aChannel(open(), workspace)
      const ids = ['tells-a', 'tells-b', 'tells-c']
      await open().questions.load(ids.map((id) => aQuestion(id)))
      const players = await Promise.all([1, 2, 3, 4, 5].map(() => aPlayer(open(), workspace)))
      const scores = [
        [1, 1, 0.5, 0.25, 0],
        [1, 0.5, 1, 0, 0.25],
        [0, 0.5, 0.5],
      ]
      for (const [at, questionId] of ids.entries()) {
        const round = await open().rounds.create({
          ...{ workspaceId: workspace.id, channelId: channel.id, questionId, questionVersion: 'v1', kind: 'extra' },
          ...{ localDate: '2026-03-02', attempts: 2, createdAt: askedAt },
        })
        if (!round) throw new Error('the round was refused')
        for (const [place, score] of (scores[at] ?? []).entries()) {
          const player = players[place]
          if (player) await anAnswerWorth(open(), { round, player }, 0, { score })
        }
        await open().rounds.change(round.id, { revealedAt: later(60) })
      }
      while ((await open().rounds.countPast(10)) > 0);
      const counted = await open().overview.questions(workspace.id, later(-60))
      const known = itemFigures(
        (await open().items.latest(100)).filter(({ workspaceId }) => workspaceId === workspace.id),
      )
      expect(known.map(({ discrimination }) => discrimination !== undefined)).toEqual([true, true, false])
      for (const { questionId, answered, discrimination } of known) {
        const own = counted.find(({ id }) => id === questionId)
        expect([own?.answered, own?.discrimination?.toFixed(3)]).toEqual([answered, discrimination?.toFixed(3)])
      }
    })
  })
}
