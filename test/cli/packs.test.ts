import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '../../src/adapters/postgres/index.ts'
import { readPack } from '../../src/adapters/question-files/index.ts'
import { folderWith, quiz } from '../kit/product/quiz-command.ts'
import { testBank } from '../kit/product/quiz-world.ts'
import { createDatabase, type TestDatabase } from '../kit/servers/postgres.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createDatabase()
  const store = openStore({ url: database.url, poolSize: 1, onError: () => {} })
  for (const ref of ['slack:T1', 'slack:T2'] as const) await store.workspaces.recognise({ ref, name: ref })
  await store.close()
  await command('migrate')
})
afterAll(() => database.drop())

const command = (...words: string[]) =>
  quiz(words, { bank: testBank, env: { DATABASE_URL: database.url, LOG_LEVEL: 'error' } })

const place = ['--workspace', 'slack:T1', '--name', 'cuisine']

const question = `  - id: bread
    prompt: What makes bread rise?
    rubric:
      points:
        - { id: yeast, label: Yeast, says: ["@yeast"] }
    answer: Yeast.
    examples:
      - { answer: the yeast, verdict: correct }
`

const folder = {
  'pack.yaml': 'name: cuisine\nlanguage: fr\nspelling: exact\n',
  'synonyms.yaml': 'yeast: [yeast, levure]\nunused: [nothing]\n',
  'pack-topics.yaml': `topic: synonyms\ntitle: Words of the kitchen\nquestions:\n${question.replace('bread', 'dough')}`,
  'bread.yaml': `topic: bread\ntitle: Bread & more\nquestions:\n${question}    hint: "It lives: #1"\n    difficulty: hard\n`,
}

describe('a pack on the command line', () => {
  it('is imported from a folder, exported to an equal one, retired, and removed only with --yes', async () => {
    const first = await command('packs', 'import', await folderWith(folder), '--workspace', 'slack:T1')
    expect([first.err, first.out]).toEqual([
      '',
      expect.stringContaining('Pack cuisine: 2 questions (2 new, 0 changed, 0 retired, 0 restored)'),
    ])
    const out = join(await folderWith({}), 'out')
    expect((await command('packs', 'export', ...place, '--out', out)).out).toContain('4 files with 2 questions')
    const files = await contents(out)
    expect(files['bread.yaml']).toContain('title: Bread & more')
    expect(files['synonyms.yaml']).toContain('unused')

    const [again, elsewhere, unsaid] = await Promise.all([
      command('packs', 'import', out, '--workspace', 'slack:T1'),
      command('packs', 'remove', '--workspace', 'slack:T2', '--name', 'cuisine', '--yes'),
      command('packs', 'remove', ...place),
    ])
    expect(again.out).toContain('(0 new, 0 changed, 0 retired, 0 restored)')
    expect(elsewhere.err).toContain('There’s no pack “cuisine”')
    expect(unsaid.err).toContain('with 2 questions. Add --yes')

    const retired = await command('packs', 'retire', 'bread', ...place)
    expect(retired.out).toContain('1 of 1 retired.')
    expect(JSON.parse((await command('packs', 'list', '--workspace', 'slack:T1', '--json')).out)).toEqual([
      { name: 'cuisine', language: 'fr', forgivesSpelling: false, questions: 1, retired: 1 },
    ])
    expect((await command('packs', 'remove', ...place, '--yes')).status).toBe(0)
    expect((await command('packs', 'list', '--workspace', 'slack:T1')).out).toContain('has no packs of its own')
  }, 180_000)

  it('can be drafted from another program’s file, with a line for each item in the file', async () => {
    const source = join(
      await folderWith({ 'bread.csv': 'question,answer\nWhat makes bread rise?,Yeast\nWhy?,\n' }),
      'bread.csv',
    )
    const out = join(await folderWith({}), 'drafts')
    const said = await command('questions', 'import', source, '--out', out)
    expect(said.out.replaceAll(source, 'bread.csv').split('\n').slice(0, 2)).toEqual([
      'bread.csv:2 read as what-makes-bread-rise',
      'bread.csv:3 not read: has no answer',
    ])
    expect(said.out).toContain('1 draft, 0 to look at first; 1 place was not read.')
    const { questions } = await readPack(out)
    expect(questions.map(({ question: { answer } }) => answer)).toEqual(['Yeast'])
    const again = await command('questions', 'import', source, '--out', out)
    expect([again.status, again.out, again.err]).toEqual([2, '', expect.stringContaining('isn’t empty')])
  }, 60_000)

  it('is not changed by a folder with a mistake, and the output names the mistake', async () => {
    const wrong = { ...folder, 'bread.yaml': folder['bread.yaml'].replace('Yeast.', 'Time.') }
    const said = await command('packs', 'import', await folderWith(wrong), '--workspace', 'slack:T2')
    expect([said.status, said.err]).toEqual([2, 'bread: the model answer is not graded as correct\n'])
  }, 60_000)
})

async function contents(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).toSorted()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(path, name), 'utf8')])),
  )
}

describe('a pattern that a workspace taught the grader', () => {
  it('is printed for the authors of the bank', async () => {
    expect((await command('questions', 'disputes', 'export')).out).toContain('no additions have been made')
    const store = openStore({ url: database.url, poolSize: 1, onError: () => {} })
    for (const [ref, pattern] of [
      ['slack:T1', 'evaporate'],
      ['slack:T2', 'vanish ... soon'],
    ] as const) {
      const workspace = await store.workspaces.findByRef(ref)
      const additions = [{ point: 'temporary', says: [pattern] }]
      const made = { questionId: 'one-off', questionVersion: '', additions, taught: 1, madeBy: 1, madeAt: new Date() }
      await store.overlays.add({ ...made, workspaceId: workspace?.id ?? 0 }, 0)
    }
    await store.close()
    const { out } = await command('questions', 'disputes', 'export')
    expect(out).toContain('- id: temporary')
    expect(out).toMatch(/- evaporate\n\s+- vanish ... soon/)
    const bank = await command('questions', 'export', '--workspace', 'slack:T1', '--format', 'yaml')
    expect(bank.out).toMatch(/- "@ephemeral"\n\s+- goes away\n\s+- evaporate\n/)
    expect(bank.out).not.toContain('vanish')
  }, 90_000)
})
