import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { readPack, readRubric } from '../src/adapters/question-files/index.ts'

/** The YAML blocks of the documents, in their order. */
const blocks = ['README.md', ...globSync('docs/*.md'), 'questions/README.md'].flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => ({ path, text })),
)
const blocksOf = (wanted: string): string[] => blocks.filter(({ path }) => path === wanted).map(({ text }) => text)

describe('YAML in the documents', () => {
  it('is valid', () => {
    expect(blocks.length).toBeGreaterThan(4)
    const problems = blocks.flatMap(({ path, text }) => {
      const { errors, warnings, contents } = parseDocument(text)
      const isList = contents !== null && 'items' in contents
      return [...errors, ...warnings, ...(isList ? [] : ['not a map or a list'])].map(
        (why) => `${path}: ${why}\n${text}`,
      )
    })
    expect(problems).toEqual([])
  })

  it('is a pack that can be imported, where packs are explained', async () => {
    const [deploys = '', pack = ''] = blocksOf('docs/packs.md')
    const folder = await mkdtemp(join(tmpdir(), 'pack-'))
    await writeFile(join(folder, 'deploys.yaml'), deploys)
    await writeFile(join(folder, 'pack.yaml'), pack)
    const { questions, name, language, spelling } = await readPack(folder)
    await rm(folder, { recursive: true })
    expect({ name, language, spelling }).toEqual({ name: 'runbook', language: 'en', spelling: 'forgiven' })
    expect(questions).toMatchObject([
      { question: { topic: 'deploys', difficulty: 'medium', hint: 'Whose phone rings at night?', examples: [{}] } },
    ])
  })

  it('is a rubric, where rubrics are explained', () => {
    const [whole = '', pairs = '', ordered = ''] = blocksOf('docs/rubric.md')
    const synonyms = 'synonyms:\n  ephemeral: [temporary, throwaway]\n'
    expect(readRubric('whole', `${whole}${synonyms}`).rubric.points).toHaveLength(4)
    expect(readRubric('pairs', pairs).rubric.points).toHaveLength(2)
    expect(readRubric('ordered', `points:\n${ordered}`).rubric.points).toHaveLength(1)
  })
})
