import { describe, expect, test } from 'vitest'
import type { Store } from '../../../src/ports/store/store.ts'
import { aQuestion } from './scene.ts'

export function questionsContract(open: () => Store): void {
  describe('questions', () => {
    test('a bank is loaded, changed, made smaller and restored, and old versions stay', async () => {
      const { questions } = open()
      await questions.load([])
      const [a1, a2, b1, c1] = [aQuestion('a'), aQuestion('a', 'v2', 'routing'), aQuestion('b'), aQuestion('c')]
      const asked = async () => (await questions.current()).map(({ id, version }) => `${id} ${version}`)

      expect(await questions.load([a1, b1])).toEqual({ added: 2, changed: 0, retired: 0 })
      expect(await questions.load([a1, b1])).toEqual({ added: 0, changed: 0, retired: 0 })
      expect(await questions.load([a2, c1])).toEqual({ added: 1, changed: 1, retired: 1 })
      expect(await asked()).toEqual(['a v2', 'c v1'])
      expect((await questions.current())[0]).toEqual({ id: 'a', version: 'v2', topic: 'routing', difficulty: 'easy' })

      expect(await questions.find('a', 'v1')).toEqual(a1)
      expect(await questions.newest('a')).toEqual(a2)
      expect(await questions.newest('b')).toEqual(b1)
      expect(await questions.find('d', 'v1')).toBeUndefined()
      expect(await questions.newest('d')).toBeUndefined()

      expect(await questions.load([a1])).toEqual({ added: 0, changed: 1, retired: 1 })
      expect(await questions.newest('a')).toEqual(a1)
      expect(await asked()).toEqual(['a v1'])
    })

    test('two releases that load the same bank at once load it once', async () => {
      const { questions } = open()
      await questions.load([])
      const bank = Array.from({ length: 50 }, (_, number) => aQuestion(`at-once-${number}`))
      const loads = await Promise.all([questions.load(bank), questions.load(bank)])
      expect(loads.map(({ added }) => added).sort((a, b) => a - b)).toEqual([0, 50])
    })

    test('authors can write characters that JSON in Postgres refuses', async () => {
      const { questions } = open()
      const odd = aQuestion('odd')
      await questions.load([{ ...odd, question: { ...odd.question, prompt: 'nul \0, half \ud800' } }])
      expect((await questions.newest('odd'))?.question.prompt).toBe('nul , half \ufffd')
    })
  })
}
