import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { type PackFiles, readPack, writePack } from '../../../src/adapters/question-files/index.ts'

async function writtenAndReadAgain(pack: PackFiles): Promise<PackFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-pack-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  // A database doesn't keep the order of keys.
  const questions = pack.questions.map(({ question }) => Object.fromEntries(Object.entries(question).toReversed()))
  const files = writePack({
    ...{ name: pack.name ?? '', language: pack.language, synonyms: pack.synonyms, titles: pack.titles },
    forgivesSpelling: pack.spelling === 'forgiven',
    questions: questions as PackFiles['questions'][number]['question'][],
  })
  for (const [name, text] of files) await writeFile(join(folder, name), text)
  return readPack(folder)
}

const sorted = (pack: PackFiles) => ({
  ...pack,
  questions: pack.questions.toSorted((one, other) => (one.question.id < other.question.id ? -1 : 1)),
})

it.each(['git', 'first-aid'])('a pack loses nothing when it is exported and imported again: %s', async (name) => {
  const pack = await readPack(`questions/samples/${name}`)
  expect(pack.questions).toHaveLength(20)
  expect(pack.questions.flatMap(({ question }) => question.examples).length).toBeGreaterThan(40)
  expect(sorted(await writtenAndReadAgain(pack))).toEqual(sorted(pack))
})

it('a pack loses nothing even if its texts look like other data types', async () => {
  const pack = await readPack('questions/samples/git')
  const odd = [
    '=1+1',
    '- no list',
    '"quoted" # no comment',
    'yes',
    '0x10',
    '@here: {a: b}',
    'two\nlines',
    '日本語 ‘x’',
    '~',
  ]
  const questions = pack.questions.slice(0, odd.length).map((own, at) => {
    const text = odd[at] ?? ''
    const examples = [{ answer: text, verdict: 'incorrect' as const }]
    return { ...own, question: { ...own.question, prompt: `${text}?`, explanation: text, hint: text, examples } }
  })
  const changed = { ...pack, questions }
  const texts = (read: PackFiles) => sorted(read).questions.map(({ question, synonyms }) => ({ question, synonyms }))
  expect(texts(await writtenAndReadAgain(changed))).toEqual(texts(changed))
})
