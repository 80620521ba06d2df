import { describe, expect, test } from 'vitest'
import type { ReadResult } from '../../../src/ports/imports/imports.ts'
import type { Store } from '../../../src/ports/store/store.ts'
import { aPlayer, aQuestion, aWorkspace } from './scene.ts'

export function importsContract(open: () => Store): void {
  describe('imports', () => {
    const bytes = new Uint8Array([0, 255, 10])
    const at = new Date('2026-03-02T09:00:00Z')
    const file = { name: 'a.csv', format: 'csv', english: true, pack: 'runbook', askedAt: at, bytes } as const

    async function anImport(most = 20) {
      const workspace = await aWorkspace(open())
      const { id: playerId } = await aPlayer(open(), workspace)
      const add = () => open().imports.add({ ...file, workspaceId: workspace.id, playerId }, most)
      return { workspaceId: workspace.id, playerId, add, id: Number(await add()) }
    }

    const drafted = (id: string, line: number) => ({ line, question: aQuestion(id).question, synonyms: { x: ['y'] } })
    const result: ReadResult = {
      state: 'read',
      drafts: [drafted('a', 2), drafted('b', 3)],
      lines: [
        { line: 2, id: 'a', look: [] },
        { line: 4, to: 9, why: 'has no answer' },
      ],
    }

    test('a file waits with its bytes, and each attempt to read it is counted', async () => {
      const { imports } = open()
      const { id, workspaceId } = await anImport()
      const shown = {
        ...{ id, workspaceId, name: 'a.csv', format: 'csv', english: true, pack: 'runbook', state: 'waiting' },
        askedAt: at,
      }
      expect(await imports.list(workspaceId)).toEqual([{ ...shown, done: 0, total: 0, drafts: 0 }])
      await imports.advance(id, 3, 8)
      expect(await imports.begin(id)).toMatchObject({ file: { ...shown, done: 3, total: 8 }, attempt: 1 })
      const again = await imports.begin(id)
      expect([again?.attempt, new Uint8Array(again?.bytes ?? [])]).toEqual([2, bytes])
    })

    test('drafts and report are stored together, once, and the bytes are deleted', async () => {
      const { imports } = open()
      const { id, workspaceId } = await anImport()
      expect(await imports.finish(id, at, result)).toBe(true)
      expect(await imports.finish(id, at, { state: 'refused', problem: 'x' })).toBe(false)
      expect(await imports.begin(id)).toBeUndefined()
      expect(await imports.find(workspaceId, id)).toMatchObject({
        state: 'read',
        readAt: at,
        drafts: 2,
        lines: result.lines,
      })
      const drafts = await imports.drafts(workspaceId, id)
      expect(drafts).toMatchObject(result.drafts)
      expect(await imports.drafts(workspaceId)).toEqual(drafts)
      const [first] = drafts
      expect(await imports.draft(workspaceId, first?.id ?? 0)).toEqual(first)
    })

    test('an unreadable file has a reason and leaves no draft', async () => {
      const { imports } = open()
      const { id, workspaceId } = await anImport()
      await imports.finish(id, at, { state: 'refused', problem: 'It is no file.' })
      expect(await imports.find(workspaceId, id)).toMatchObject({
        state: 'refused',
        problem: 'It is no file.',
        lines: [],
      })
      expect(await imports.drafts(workspaceId)).toEqual([])
    })

    test('one file is read at a time, and the number of files is limited', async () => {
      const { imports } = open()
      const { add, id } = await anImport(2)
      expect(await Promise.all([add(), add()])).toEqual(['busy', 'busy'])
      await imports.finish(id, at, result)
      const [one, other] = await Promise.all([add(), add()])
      expect([one, other]).toContain('busy')
      await imports.finish(typeof one === 'number' ? one : Number(other), at, result)
      expect(await add()).toBe('full')
    })

    test('drafts are deleted one by one, by question, and with their file', async () => {
      const { imports } = open()
      const { id, workspaceId } = await anImport()
      await imports.finish(id, at, { ...result, drafts: [...result.drafts, drafted('c', 5)] })
      const [a] = await imports.drafts(workspaceId)
      expect(await imports.discard(workspaceId, a?.id ?? 0)).toBe(true)
      expect(await imports.discard(workspaceId, a?.id ?? 0)).toBe(false)
      await imports.settle(workspaceId, 'What about b?')
      expect((await imports.drafts(workspaceId)).map(({ question }) => question.id)).toEqual(['c'])
      expect(await imports.remove(workspaceId, id)).toEqual({ name: 'a.csv', playerId: expect.any(Number) })
      expect(await imports.remove(workspaceId, id)).toBeUndefined()
      expect(await imports.drafts(workspaceId)).toEqual([])
    })

    test('another workspace can’t see or change it', async () => {
      const { imports } = open()
      const { id, workspaceId } = await anImport()
      await imports.finish(id, at, result)
      const { id: stranger } = await aWorkspace(open())
      const [draft] = await imports.drafts(workspaceId)
      expect(await imports.list(stranger)).toEqual([])
      expect(await imports.find(stranger, id)).toBeUndefined()
      expect(await imports.drafts(stranger, id)).toEqual([])
      expect(await imports.draft(stranger, draft?.id ?? 0)).toBeUndefined()
      expect(await imports.discard(stranger, draft?.id ?? 0)).toBe(false)
      await imports.settle(stranger, 'What about a?')
      expect(await imports.remove(stranger, id)).toBeUndefined()
      expect(await imports.drafts(workspaceId)).toHaveLength(2)
    })

    test('unread files are listed again, and old files are deleted with their drafts', async () => {
      const { imports, retention } = open()
      const { id, workspaceId } = await anImport()
      const page = { before: new Date('2026-03-02T09:00:01Z'), after: id - 1, limit: 1 }
      expect(await imports.unread(page)).toEqual([{ id, workspaceId }])
      expect(await imports.unread({ ...page, before: at })).toEqual([])
      await imports.finish(id, at, result)
      expect(await imports.unread({ ...page, limit: 100 })).not.toContainEqual({ id, workspaceId })
      const old = (now: string) => retention.erase('imports', { now: new Date(now), months: 12, limit: 1000 })
      await old('2027-03-02T08:00:00Z')
      expect(await imports.drafts(workspaceId)).toHaveLength(2)
      expect((await retention.due(new Date('2027-03-02T10:00:00Z'), 12)).imports).toBeGreaterThan(0)
      expect(await old('2027-03-02T10:00:00Z')).toBeGreaterThan(0)
      expect(await imports.drafts(workspaceId)).toEqual([])
      expect(await imports.list(workspaceId)).toEqual([])
    })

    test('the drafts of a forgotten player stay, and those of a removed workspace don’t', async () => {
      const { imports, players, workspaces } = open()
      const { id, workspaceId, playerId } = await anImport()
      await imports.finish(id, at, result)
      expect(await players.everythingOf(playerId)).toMatchObject({ imports: [{ file: 'a.csv', format: 'csv' }] })
      await players.forget(playerId, 'x')
      expect(await imports.find(workspaceId, id)).toMatchObject({ name: '', drafts: 2 })
      await workspaces.remove((await workspaces.find(workspaceId))?.ref ?? '')
      expect(await imports.find(workspaceId, id)).toBeUndefined()
    })
  })
}
