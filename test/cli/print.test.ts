import { afterEach, expect, it, vi } from 'vitest'
import { printTable } from '../../src/cli/print.ts'

afterEach(() => vi.restoreAllMocks())

it('a name can’t move the cursor in an operator’s terminal or fake a row', () => {
  const written: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  printTable([
    [1, 'Eve\u001b[2J\u001b]0;title\u0007\n9  Ada', 30],
    [2, 'Ben', 5],
  ])
  expect(
    written
      .join('')
      .split('\n')
      .map((line) => line.replaceAll(/ +/g, ' ')),
  ).toEqual(['1 Eve[2J]0;title 9 Ada 30', '2 Ben 5', ''])
})
