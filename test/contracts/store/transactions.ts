import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aWorkspace, next } from './scene.ts'

export function transactionsContract(open: () => Store): void {
  describe('transactions', () => {
    test('all is kept where the work succeeds, and nothing where it throws', async () => {
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

    test('work that goes on after a failed statement is told that nothing was kept', async () => {
      const store = open()
      const workspace = await aWorkspace(store)
      const careless = store.transaction(async (tables) => {
        await tables.workspaces.change(workspace.id, { zone: 'Asia/Kolkata' })
        await tables.workspaces.change(Number.NaN, { zone: 'UTC' }).catch(() => {})
      })
      await expect(careless).rejects.toThrow('rolled back')
      expect(await store.workspaces.find(workspace.id)).toEqual(workspace)
    })

    test('the database is there', async () => {
      await expect(open().ping()).resolves.toBeUndefined()
    })
  })
}
