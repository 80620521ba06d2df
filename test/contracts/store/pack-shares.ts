import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aPlayer, aQuestion, aWorkspace } from './scene.ts'

export function packSharesContract(open: () => Store): void {
  const at = new Date('2026-03-02T09:00:00Z')
  const before = new Date('2026-03-01T09:00:00Z')
  const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: {} }

  async function aPack() {
    const workspace = await aWorkspace(open())
    const { id: playerId } = await aPlayer(open(), workspace)
    const pack = await open().packs.save(workspace.id, 'runbook', details)
    await open().packs.put(pack, [aQuestion('a')], 'keep')
    const share = (sharedAt = at) =>
      open().packShares.add(
        { workspaceId: workspace.id, packId: pack.id, playerId, sharedAt },
        { most: 2, since: before },
      )
    return { workspace, pack, playerId, share }
  }

  describe('links to packs', () => {
    test('are used once, even if many people press the button at the same time', async () => {
      const { packShares } = open()
      const { share, pack } = await aPack()
      const made = await share()
      const id = made?.id ?? 0
      expect(await packShares.find(id)).toEqual(made)
      const press = () => packShares.take(id, at, before)
      expect((await Promise.all([press(), press(), press()])).filter((used) => used)).toHaveLength(1)
      expect(await packShares.list(pack, before)).toEqual([{ ...made, takenAt: at }])
    })

    test('can’t be used when they are too old or deleted', async () => {
      const { packShares } = open()
      const { share, pack } = await aPack()
      const id = (await share())?.id ?? 0
      expect(await packShares.take(id, at, at)).toBe(false)
      expect(await packShares.list(pack, at)).toEqual([])
      expect(await packShares.take(id + 1000, at, before)).toBe(false)
    })

    test('are withdrawn only by their own workspace, and only before they are used', async () => {
      const { packShares } = open()
      const { share, workspace } = await aPack()
      const stranger = await aWorkspace(open())
      const [one, other] = [(await share())?.id ?? 0, (await share())?.id ?? 0]
      expect(await packShares.remove(stranger.id, one)).toBe(false)
      expect(await packShares.remove(workspace.id, one)).toBe(true)
      expect(await packShares.find(one)).toBeUndefined()
      await packShares.take(other, at, before)
      expect(await packShares.remove(workspace.id, other)).toBe(false)
    })

    test('are limited per pack, without used and old ones', async () => {
      const { packShares } = open()
      const { share } = await aPack()
      await share(before)
      const made = await Promise.all([share(), share(), share()])
      expect(made.filter((one) => one)).toHaveLength(2)
      await packShares.take(made.find((one) => one)?.id ?? 0, at, before)
      expect(await share()).toBeDefined()
    })

    test('are deleted with their pack or their workspace', async () => {
      const { packShares, packs, workspaces } = open()
      const [one, other] = [await aPack(), await aPack()]
      const [first, second] = [await one.share(), await other.share()]
      await packs.remove(one.pack)
      await workspaces.remove(other.workspace.ref)
      expect(await packShares.find(first?.id ?? 0)).toBeUndefined()
      expect(await packShares.find(second?.id ?? 0)).toBeUndefined()
    })
  })

  describe('the author of a suggestion', () => {
    async function suggested(state: 'taken' | 'declined' = 'taken') {
      const { workspace, pack } = await aPack()
      const author = await aPlayer(open(), workspace, 'Ada')
      const typed = {
        workspaceId: workspace.id,
        playerId: author.id,
        prompt: 'What?',
        answer: 'That.',
        suggestedAt: at,
      }
      const { suggestions } = open()
      const { id = 0 } = (await suggestions.add(typed, { ofPlayer: 5, ofWorkspace: 9 })) ?? {}
      await suggestions.decide(workspace.id, id, { state, decidedAt: at })
      await suggestions.told(id, at)
      const question = `${pack.id}/a`
      return { workspace, author, id, question }
    }

    test('is known after it is published, until they ask to be forgotten', async () => {
      const { suggestions, players } = open()
      const { workspace, author, id, question } = await suggested()
      expect(await suggestions.authorOf(workspace.id, question)).toBeUndefined()
      await suggestions.published(workspace.id, id, question)
      await suggestions.published(workspace.id, id, `${question}-2`)
      expect(await suggestions.authorOf(workspace.id, question)).toEqual({ ref: author.ref, name: 'Ada' })
      expect(await suggestions.list(workspace.id, 'taken', 9)).toEqual([])
      expect(await players.everythingOf(author.id)).toMatchObject({ suggestions: [{ questionId: question }] })
      await players.forget(author.id, 'x')
      expect(await suggestions.authorOf(workspace.id, question)).toBeUndefined()
    })

    test('is not given for a declined suggestion, or in another workspace', async () => {
      const { suggestions } = open()
      const { workspace, id, question } = await suggested('declined')
      await suggestions.published(workspace.id, id, question)
      expect(await suggestions.authorOf(workspace.id, question)).toBeUndefined()
      const taken = await suggested()
      await suggestions.published(workspace.id, taken.id, question)
      expect(await suggestions.authorOf(taken.workspace.id, question)).toBeUndefined()
      await suggestions.published(taken.workspace.id, taken.id, taken.question)
      expect(await suggestions.authorOf(workspace.id, taken.question)).toBeUndefined()
    })

    test('has to be notified when it is first asked, and is listed until that is done', async () => {
      const { suggestions } = open()
      const { workspace, id, question } = await suggested()
      await suggestions.published(workspace.id, id, question)
      const page = { before: new Date(at.getTime() + 1), after: id - 1, limit: 1 }
      expect(await suggestions.untold(page)).toEqual([])
      expect(await suggestions.asked(workspace.id, question, at)).toEqual([id])
      expect(await suggestions.asked(workspace.id, question, new Date())).toEqual([])
      expect(await suggestions.untold(page)).toEqual([{ id, workspaceId: workspace.id }])
      await suggestions.askedTold(id, at)
      expect(await suggestions.untold(page)).toEqual([])
      expect(await suggestions.find(id)).toMatchObject({ questionId: question, askedAt: at, askedToldAt: at })
    })
  })
}
