import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { anAnswer, aScene, aWorkspace, next } from './scene.ts'

export function transactionsContract(open: () => Store): void {
  describe('transactions', () => {
    test('everything is saved if the work succeeds, and nothing if it throws', async () => {
      const store = open()
      const [kept, dropped] = [`slack:T${next()}`, `slack:T${next()}`]
      const result = await store.transaction(async (tables) => {
        await tables.workspaces.recognise({ ref: kept, name: 'Kept' })
        expect(await store.workspaces.findByRef(kept)).toBeUndefined()
        return 7
      })
      expect(result).toBe(7)
      expect(await store.workspaces.findByRef(kept)).toMatchObject({ name: 'Kept' })
      const reason = new Error('changed my mind')
      const failing = store.transaction(async (tables) => {
        await tables.workspaces.recognise({ ref: dropped, name: 'Dropped' })
        throw reason
      })
      await expect(failing).rejects.toBe(reason)
      expect(await store.workspaces.findByRef(dropped)).toBeUndefined()
    })

    test('if the work continues after a failed statement, an error reports that nothing was saved', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const careless = store.transaction(async (tables) => {
        await tables.workspaces.change(workspace.id, { zone: 'Asia/Kolkata' })
        await tables.workspaces.change(Number.NaN, { zone: 'UTC' }).catch(() => {})
      })
      await expect(careless).rejects.toThrow('rolled back')
      expect(await store.workspaces.find(workspace.id)).toEqual(workspace)
    })

    test('an error does not contain the values that were written', async () => {
      const store = open()
      const { round, player } = await aScene(store)
      const given = anAnswer({ round, player }, { text: 'My secret words', path: 'reply-token', attempt: Number.NaN })
      const error: unknown = await store.answers.receive(given).catch((thrown) => thrown)
      expect(error).toBeInstanceOf(Error)
      expect(inspect(error, { depth: null })).not.toMatch(/My secret words|reply-token/)
    })

    test('the store reports whether the database is reachable', async () => {
      await expect(open().ping()).resolves.toBeUndefined()
    })

    test('the store reports its size and the number of recent answers', async () => {
      const store = open()
      const scene = await aScene(store)
      const before = await store.size()
      await store.answers.receive(
        anAnswer(scene, { text: 'Of long ago', receivedAt: new Date('2020-01-01T00:00:00Z') }),
      )
      await store.answers.receive(anAnswer(scene, { text: 'Of now', attempt: 2, receivedAt: new Date() }))
      const { answers, lately, bytes, answerBytes } = await store.size()
      expect([answers - before.answers, lately.answers - before.lately.answers]).toEqual([2, 1])
      expect(lately.days).toBe(28)
      expect(bytes).toBeGreaterThan(answerBytes)
      expect(answerBytes).toBeGreaterThan(8192)
    })
  })
}
