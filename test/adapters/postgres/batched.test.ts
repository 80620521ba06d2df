import { expect, it, vi } from 'vitest'
import { batched } from '../../../src/adapters/postgres/sql/batched.ts'

/** A statement that doubles numbers after it is released, and fails on negative ones. */
function doubling(most = 64) {
  const statements: number[][] = []
  const held: (() => void)[] = []
  const double = batched({
    most,
    keyOf: (one: number) => one,
    async run(numbers) {
      statements.push(numbers)
      await new Promise<void>((resolve) => held.push(resolve))
      if (numbers.some((one) => one < 0)) throw new Error(`no ${numbers}`)
      return numbers.map((one) => one * 2)
    },
  })
  function letGo(): void {
    for (const resolve of held.splice(0)) resolve()
  }
  return { double, statements, letGo }
}

const begun = (statements: number[][], count: number) =>
  vi.waitFor(() => expect(statements).toHaveLength(count), { interval: 1 })

it('calls at the same time share a statement, and so do calls that arrive while it is running', async () => {
  const { double, statements, letGo } = doubling()
  const first = [1, 2, 3].map(double)
  await begun(statements, 1)
  const later = [4, 5].map(double)
  letGo()
  expect(await Promise.all(first)).toEqual([2, 4, 6])
  await begun(statements, 2)
  letGo()
  expect(await Promise.all(later)).toEqual([8, 10])
  expect(statements).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

it('a statement takes a limited number of calls, and each key once', async () => {
  const { double, statements, letGo } = doubling(2)
  const all = Promise.all([1, 1, 2, 3].map(double))
  for (const count of [1, 2]) {
    await begun(statements, count)
    letGo()
  }
  expect(await all).toEqual([2, 2, 4, 6])
  expect(statements).toEqual([
    [1, 2],
    [1, 3],
  ])
})

it('if one call fails, the others succeed', async () => {
  const { double, statements, letGo } = doubling()
  const all = Promise.allSettled([1, -1, 2].map(double))
  await begun(statements, 1)
  letGo()
  await begun(statements, 4)
  letGo()
  expect(await all).toMatchObject([{ value: 2 }, { reason: { message: 'no -1' } }, { value: 4 }])
})

it('a call that takes long, for example behind a lock, doesn’t delay later ones', async () => {
  const { double, statements, letGo } = doubling()
  const slow = double(1)
  await begun(statements, 1)
  const next = double(2)
  await begun(statements, 2)
  letGo()
  expect(await Promise.all([slow, next])).toEqual([2, 4])
})
