import { expect, it } from 'vitest'
import { startFlags } from '../../src/process/start-flags.ts'

function started(...typed: string[]): { flags?: unknown; status?: number; said: string } {
  let said = ''
  let status: number | undefined
  const write = (text: string): void => {
    said += text
  }
  const exit = (code: number): never => {
    status = code
    throw new Error('ended')
  }
  try {
    return { flags: startFlags(typed, { say: write, complain: write, exit }), said }
  } catch {
    return { ...(status === undefined ? {} : { status }), said }
  }
}

it('the start command knows its flags, shows help, and refuses unknown flags', () => {
  expect(started()).toEqual({ flags: { fresh: false }, said: '' })
  expect(started('--fresh')).toEqual({ flags: { fresh: true }, said: '' })
  expect(started('--help')).toMatchObject({ status: 0, said: expect.stringContaining('--fresh') })
  expect(started('--frehs')).toMatchObject({ status: 2, said: expect.stringContaining("Unknown option '--frehs'") })
  expect(started('now')).toMatchObject({ status: 2 })
})
