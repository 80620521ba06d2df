import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Pack } from '../../../src/ports/store/packs.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aChannel, aPlayer, aQuestion, aWorkspace } from './scene.ts'

export function packsContract(open: () => Store): void {
  describe('packs', () => {
    const details = { language: 'en', forgivesSpelling: true, synonyms: {}, titles: { dynos: 'Dynos' } }
    const own = (...ids: string[]) => ids.map((id) => aQuestion(id))

    async function aPack(...ids: string[]): Promise<Pack> {
      const { packs } = open()
      const pack = await packs.save((await aWorkspace(open())).id, 'runbook', details)
      await packs.put(pack, own(...ids), 'retire')
      return pack
    }

    const asked = async ({ id, workspaceId }: Pack) =>
      (await open().packs.current(workspaceId, ['built-in', id])).map((one) => `${one.id.split('/')[1]} ${one.version}`)

    test('a pack is found by its name in its workspace, and nowhere else', async () => {
      const { packs } = open()
      const { id, workspaceId } = await aPack('a', 'b')
      const found = { ...details, id, workspaceId, name: 'runbook', questions: 2, retired: 0 }
      expect(await packs.find(workspaceId, 'runbook')).toEqual(found)
      expect(await packs.list(workspaceId)).toEqual([found])
      const stranger = await aWorkspace(open())
      expect(await packs.find(stranger.id, 'runbook')).toBeUndefined()
      expect(await packs.questions({ id, workspaceId: stranger.id })).toEqual([])
      expect(await packs.current(stranger.id, [id])).toEqual([])
      expect(await packs.retire({ id, workspaceId: stranger.id }, ['a'], true)).toBe(0)
      await packs.remove({ id, workspaceId: stranger.id })
      expect(await packs.find(workspaceId, 'runbook')).toBeDefined()
    })

    test('questions are changed, retired and brought back; unchanged ones keep their version', async () => {
      const { packs } = open()
      const pack = await aPack('a', 'b')
      expect(await asked(pack)).toEqual(['a v1', 'b v1'])
      const nothing = { added: 0, changed: 0, retired: 0, returned: 0 }
      expect(await packs.put(pack, own('a', 'b'), 'retire')).toEqual(nothing)
      const [a] = own('a')
      if (!a) throw new Error('no question')
      const other = { ...a, question: { ...a.question, prompt: 'What else?' } }
      expect(await packs.put(pack, [other], 'retire')).toEqual({ ...nothing, changed: 1, retired: 1 })
      expect(await asked(pack)).toEqual(['a v2'])
      expect(await packs.put(pack, own('b', 'c'), 'keep')).toEqual({ ...nothing, added: 1, returned: 1 })
      expect(await asked(pack)).toEqual(['a v2', 'b v1', 'c v1'])
      expect(await packs.retire(pack, ['a', 'no such'], true)).toBe(1)
      expect(await packs.retire(pack, ['a'], true)).toBe(0)
      expect(await asked(pack)).toEqual(['b v1', 'c v1'])
      expect(await packs.retire(pack, ['a'], false)).toBe(1)
      expect((await packs.questions(pack)).map((one) => [one.question.prompt, one.version, one.retired])).toEqual([
        ['What else?', 'v2', false],
        ['What about b?', 'v1', false],
        ['What about c?', 'v1', false],
      ])
    })

    test('examples are stored, but are not part of a version', async () => {
      const { packs } = open()
      const pack = await aPack('a')
      const [a] = own('a')
      if (!a) throw new Error('no question')
      const examples = [{ answer: 'Once a day', verdict: 'correct' as const }]
      await packs.put(pack, [{ ...a, question: { ...a.question, examples } }], 'keep')
      expect(await asked(pack)).toEqual(['a v1'])
      expect((await packs.questions(pack))[0]?.question.examples).toEqual(examples)
    })

    test('a pack that no longer forgives misspellings gets new versions', async () => {
      const { packs, questions } = open()
      const pack = await aPack('a')
      await packs.save(pack.workspaceId, 'runbook', { ...details, forgivesSpelling: false })
      await packs.put(pack, own('a'), 'keep')
      expect(await asked(pack)).toEqual(['a v2'])
      expect(await questions.find(`${pack.id}/a`, 'v2', pack.workspaceId)).toMatchObject({ exactSpelling: true })
    })

    test('questions of a pack in another language store the language and its denials, with their own versions', async () => {
      const { packs, questions } = open()
      const pack = await aPack('a')
      const german = { ...details, language: 'de', synonyms: { denials: ['nicht'] } }
      await packs.save(pack.workspaceId, 'runbook', german)
      await packs.put(pack, own('a'), 'keep')
      await packs.put(pack, own('a'), 'keep')
      expect(await asked(pack)).toEqual(['a v2'])
      const found = await questions.find(`${pack.id}/a`, 'v2', pack.workspaceId)
      expect([found?.question.language, found?.synonyms.denials]).toEqual(['de', ['nicht']])
      expect((await packs.questions(pack))[0]?.question).not.toHaveProperty('language')
    })

    test('the size of a workspace’s packs includes every version, the examples, and the packs’ sets', async () => {
      const { packs, retention } = open()
      const pack = await aPack('a')
      const [a] = own('a')
      if (!a) throw new Error('no question')
      const random = () => randomBytes(3000).toString('base64')
      const grows = async (change: () => Promise<unknown>) => {
        const before = await packs.bytes(pack.workspaceId)
        await change()
        return Math.round(((await packs.bytes(pack.workspaceId)) - before) / 4000)
      }
      const puts = (more: Partial<typeof a.question>) => () =>
        packs.put(pack, [{ ...a, question: { ...a.question, ...more } }], 'keep')
      expect(await grows(puts({ explanation: random() }))).toBe(1)
      expect(await grows(puts({ explanation: random() }))).toBe(1)
      expect(await grows(puts({ examples: [{ answer: random(), verdict: 'correct' }] }))).toBe(1)
      const wordy = { ...details, synonyms: { a: [random()] }, titles: { a: random() } }
      expect(await grows(() => packs.save(pack.workspaceId, 'runbook', wordy))).toBe(2)
      const erasing = { now: new Date(), months: 12, limit: 10_000 }
      expect(await grows(() => retention.erase('questions', erasing))).toBe(-2)
      expect(await packs.bytes((await aWorkspace(open())).id)).toBe(0)
    })

    test('retired questions stay retired if they are read again and others change', async () => {
      const { packs } = open()
      const pack = await aPack('a', 'b')
      await packs.retire(pack, ['a'], true)
      const anew = own('a', 'b').map((one) => ({ ...one, synonyms: {} }))
      const nothing = { added: 0, retired: 0, returned: 0 }
      expect(await packs.put(pack, anew, 'stay')).toEqual({ ...nothing, changed: 2 })
      expect(await asked(pack)).toEqual(['b v2'])
      expect(await packs.put(pack, anew, 'keep')).toEqual({ ...nothing, changed: 0, returned: 1 })
      expect(await asked(pack)).toEqual(['a v2', 'b v2'])
    })

    test('the built-in pack and its releases don’t change a workspace’s own questions', async () => {
      const { packs, questions, retention } = open()
      const pack = await aPack('a', 'dyno-restart')
      await questions.load([aQuestion('dyno-restart'), aQuestion('a', 'v7')])
      await questions.load([aQuestion('dyno-restart')])
      expect(await asked(pack)).toEqual(['a v1', 'dyno-restart v1'])
      expect((await questions.current()).filter(({ id }) => id.includes('/'))).toEqual([])
      await packs.put(pack, [{ ...aQuestion('a'), synonyms: {} }], 'keep')
      await retention.erase('questions', { now: new Date(), months: 12, limit: 10_000 })
      expect(await questions.find(`${pack.id}/a`, 'v1', pack.workspaceId)).toBeUndefined()
      expect(await asked(pack)).toEqual(['a v2', 'dyno-restart v1'])
    })

    test('the database refuses a question in a round or practice of another workspace, regardless of the code', async () => {
      const store = open()
      const pack = await aPack('a')
      const questionId = `${pack.id}/a`
      const stranger = await aWorkspace(store)
      const asking = { questionId, questionVersion: 'v1', localDate: '2026-03-02', attempts: 2, createdAt: new Date() }
      const ask = async (channel: { id: number; workspaceId: number }) =>
        store.rounds.create({ ...asking, workspaceId: channel.workspaceId, channelId: channel.id, kind: 'extra' })
      await expect(ask(await aChannel(store, stranger))).rejects.toThrow(/rounds_question_of_workspace/)
      const { id: playerId } = await aPlayer(store, stranger)
      const card = { playerId, questionId, questionVersion: 'v1' }
      await expect(store.practice.ask({ ...card, workspaceId: stranger.id })).rejects.toThrow(/foreign key/)
      await expect(store.practice.ask({ ...card, workspaceId: pack.workspaceId })).rejects.toThrow(/foreign key/)
      expect(await store.questions.find(questionId, 'v1', stranger.id)).toBeUndefined()
      expect(await store.questions.find(questionId, 'v1')).toBeUndefined()
    })

    test('rounds keep the questions of a pack that is removed, and a removed workspace leaves nothing', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const pack = await store.packs.save(workspace.id, 'runbook', details)
      await store.packs.put(pack, own('a', 'b'), 'keep')
      const questionId = `${pack.id}/a`
      const channel = await aChannel(store, workspace)
      const asking = { questionId, questionVersion: 'v1', localDate: '2026-03-02', attempts: 2, createdAt: new Date() }
      const round = await store.rounds.create({
        ...{ ...asking, workspaceId: workspace.id, channelId: channel.id, kind: 'extra' },
      })
      expect(round).toEqual({ ...asking, ...round, questionId })
      const { id: playerId } = await aPlayer(store, workspace)
      await store.practice.ask({
        workspaceId: workspace.id,
        playerId,
        questionId: `${pack.id}/b`,
        questionVersion: 'v1',
      })
      await store.packs.remove(pack)
      await store.retention.erase('questions', { now: new Date(), months: 12, limit: 10_000 })
      for (const id of ['a', 'b']) {
        expect(await store.questions.find(`${pack.id}/${id}`, 'v1', workspace.id)).toBeDefined()
      }
      const again = await store.packs.save(workspace.id, 'again', details)
      await store.packs.put(again, own('c'), 'keep')
      await store.workspaces.remove(workspace.ref)
      for (const id of [`${pack.id}/a`, `${pack.id}/b`, `${again.id}/c`]) {
        expect(await store.questions.newest(id)).toBeUndefined()
      }
      expect(await store.packs.list(workspace.id)).toEqual([])
    })
  })
}
