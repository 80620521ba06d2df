import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'

const open = `
  import { openLog } from '${new URL('../../../src/adapters/log/open-log.ts', import.meta.url)}'
  const log = openLog({ level: 'info', pretty: false, process: 'test' })
  for (const n of [1, 2, 3]) log.info({ n }, 'a line')
`
const run = (rest: string) => [process.execPath, ['--input-type=module', '--eval', open + rest]] as const

it.each([
  ['exits', 'process.exit(0)'],
  ['has nothing left to do', ''],
  ['dies of an error', "throw new Error('broken')"],
])('a process that %s has written all its lines', (_how, rest) => {
  const { stdout } = spawnSync(...run(rest), { encoding: 'utf8' })
  expect(stdout.match(/"n":\d/g)).toEqual(['"n":1', '"n":2', '"n":3'])
})

it('the lines of a process that goes on appear within a moment, in one write', async () => {
  const child = spawn(...run('setInterval(() => {}, 1000)'), { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = await once(child.stdout, 'data')
  child.kill('SIGKILL')
  expect(String(chunk).match(/"n":\d/g)).toEqual(['"n":1', '"n":2', '"n":3'])
})
