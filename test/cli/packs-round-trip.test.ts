import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { readBankWithExamples, readPack, writePack } from '../../src/adapters/question-files/index.ts'
import { folderWith, quiz } from '../kit/product/quiz-command.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { createDatabase, type TestDatabase } from '../kit/servers/postgres.ts'

let database: TestDatabase
let store: ReturnType<typeof openStore>

beforeAll(async () => {
  database = await createDatabase()
  store = openStore({ url: database.url, poolSize: 2, onError: () => {} })
  await store.workspaces.recognise({ ref: 'slack:T1', name: 'Acme' })
})
afterAll(async () => {
  await store.close()
  await database.drop()
})

const command = (...words: string[]) =>
  quiz(words, { bank: testBank, env: { DATABASE_URL: database.url, LOG_LEVEL: 'error' } })

/** Every field that a question, a rubric and a pack may have, each with a value that isn't the default. */
const everything = {
  'pack.yaml': 'name: tudo\nlanguage: pt-BR\nspelling: exact\n',
  'synonyms.yaml':
    'fermento: [fermento, "@outro"]\noutro: [levedura, "#1: x"]\nunused: ["yes", "0301"]\ndenials: [não]\n',
  'topic-pack.yaml': `topic: pack
title: "Pão & mais: #1"
questions:
  - id: tudo
    facts: [F1, F2]
    difficulty: hard
    kind: scenario
    prompt: |
      O que faz \`o pão\` crescer?
      "Duas" linhas: - sim
    hint: "É vivo: #1"
    rubric:
      points:
        - { id: a, label: "Fermento: sim", weight: 2, required: true, says: ["@fermento", 301, "\`x y\`"], not: [sal], group: g }
        - { id: b, label: Gás, says: [gás], about: [massa, pão], exclusive: e }
        - { id: c, label: Ordem, order: [misturar, assar], exclusive: e }
        - { id: d, label: Tempo, weight: 0.25, says: [tempo], group: g }
      groups: { g: { most: 1 } }
      ways:
        - { points: [a, b], full: 3 }
        - { points: [a, c, d] }
      misconceptions:
        - { id: m, says: [sal], not: [sem], unless: [a], costs: 0.5, tell: "Não é o sal." }
      list: true
    answer: "O fermento faz: gás na massa."
    explanation: "Porque: é assim."
    sources: ["https://example.com/a?b=1&c=2#d", "http://example.org/ü"]
    asOf: 2026-11
    examples:
      - { answer: "fermento: gás, pão", verdict: correct }
      - { answer: "- tempo", verdict: partial }
      - { answer: "linha um\\nlinha dois", verdict: incorrect }
  - id: so
    prompt: "1 2 3"
    rubric: { full: 0.5, draft: true, points: [{ id: a, label: "null", says: ["null"] }] }
    answer: "null"
`,
}

/** Everything in a folder, without differences that depend on the order of its files. */
async function readAll(folder: string) {
  const { questions, ...rest } = await readPack(folder)
  return { ...rest, questions: questions.toSorted((one, other) => one.id.localeCompare(other.id)) }
}

async function samples(): Promise<[name: string, folder: string][]> {
  const names = await readdir('questions/samples')
  return names.map((name) => [name, join('questions/samples', name)])
}

/** Imports a folder, exports it, and imports the export. */
async function roundTrip(folder: string, name: string) {
  const place = ['--workspace', 'slack:T1', '--name', name]
  const first = await command('packs', 'import', folder, ...place)
  expect([first.status, first.err]).toEqual([0, ''])
  const out = join(await folderWith({}), 'out')
  const exported = await command('packs', 'export', ...place, '--out', out)
  expect([exported.status, exported.err]).toEqual([0, ''])
  const again = await command('packs', 'import', out, ...place)
  expect(again.out).toContain('(0 new, 0 changed, 0 retired, 0 restored)')
  const pack = await store.packs.find(1, name)
  const stored = pack ? await store.packs.questions(pack) : []
  return { out, pack, stored }
}

describe('a pack that is imported, exported and imported again', () => {
  it('is the same in every field, for each sample pack', { timeout: 120_000 }, async () => {
    for (const [name, folder] of await samples()) {
      const before = await readAll(folder)
      const { out, stored } = await roundTrip(folder, name)
      expect(await readAll(out)).toEqual({ ...before, name })
      expect(stored.map(({ question, synonyms }) => ({ question, synonyms }))).toEqual(
        before.questions.map(({ question, synonyms }) => ({ question, synonyms })),
      )
      await command('packs', 'remove', '--workspace', 'slack:T1', '--name', name, '--yes')
    }
  })

  it('is the same with every possible field', { timeout: 60_000 }, async () => {
    const folder = await folderWith(everything)
    const before = await readAll(folder)
    const { out, pack } = await roundTrip(folder, 'tudo')
    expect(await readAll(out)).toEqual(before)
    expect(pack).toMatchObject({ language: 'pt-BR', forgivesSpelling: false, titles: { pack: 'Pão & mais: #1' } })
    expect(pack?.synonyms).toEqual(before.synonyms)
  })

  it('is the same for the whole built-in pack', { timeout: 120_000 }, async () => {
    const { bank, synonyms, titles } = await readBankWithExamples('questions')
    const own = bank.map(({ question: { app: _, sorted: __, ...question } }) => question)
    const files = writePack({ name: 'bank', language: 'en', forgivesSpelling: true, synonyms, titles, questions: own })
    const read = await readAll(await folderWith(Object.fromEntries(files)))
    expect(read.questions.map(({ question }) => question)).toEqual(
      own.toSorted((one, other) => one.id.localeCompare(other.id)),
    )
    expect([read.synonyms, read.titles]).toEqual([synonyms, titles])
  })
})
