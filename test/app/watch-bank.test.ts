import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { watchBank } from '../../src/app/watch-bank.ts'
import type { QuestionVersion } from '../../src/ports/store/questions.ts'
import { testBank } from '../kit/product/quiz-world.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bank-'))
  await cp(testBank, folder, { recursive: true })
})
afterAll(() => rm(folder, { recursive: true }))

it('changed question files are loaded without a restart, and a broken file is refused with the reason', async () => {
  const loaded: QuestionVersion[][] = []
  const said: string[] = []
  const questions = {
    load: async (bank: QuestionVersion[]) => ({ added: loaded.push(bank) && 0, changed: 1, retired: 0 }),
  } as unknown as Parameters<typeof watchBank>[1]['questions']
  const end = watchBank(folder, { questions }, (line) => said.push(line))
  const file = join(folder, 'dynos.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/prompt: .*/, 'prompt: What is it, asked in other words?'))
  await vi.waitFor(() => expect(said).toContain('Question bank reloaded: 0 new, 1 changed, 0 retired'), 5000)
  expect(JSON.stringify(loaded.at(-1))).toContain('asked in other words')
  await writeFile(file, 'questions: [')
  await vi.waitFor(() => expect(said.join()).toContain('The question files were not loaded:'), 5000)
  expect(loaded).toHaveLength(1)
  await end()
})
