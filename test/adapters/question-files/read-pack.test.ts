import { describe, expect, it } from 'vitest'
import { readPack } from '../../../src/adapters/question-files/index.ts'
import { findProblems } from '../../../src/domain/packs/find-problems.ts'
import { folderWith } from '../../kit/product/quiz-command.ts'

const bread = `topic: bread
title: Bread
questions:
  - id: bread
    prompt: What makes bread rise?
    rubric:
      points:
        - { id: yeast, label: Yeast, says: ["@yeast"] }
    answer: Yeast.
`
const synonyms = { 'synonyms.yaml': 'yeast: [yeast, levure]' }

const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
for (const [last, name] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh']) {
  bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(',')}]`)
}

async function messagesAbout(files: Record<string, string>): Promise<string> {
  try {
    const { questions } = await readPack(await folderWith(files))
    return questions.flatMap(({ question, synonyms: sets }) => findProblems(question, sets)).join('\n')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

describe('a folder of own questions', () => {
  it('needs no more than topic, prompt, rubric and answer', async () => {
    const { questions, language, spelling } = await readPack(await folderWith({ 'a.yaml': bread, ...synonyms }))
    expect({ language, spelling }).toEqual({ language: 'en', spelling: 'forgiven' })
    expect(questions[0]?.question).toMatchObject({
      ...{ topic: 'bread', difficulty: 'medium', kind: 'recall', hint: '', explanation: '', sources: [], asOf: '' },
    })
    expect(await messagesAbout({ 'a.yaml': bread, ...synonyms })).toBe('')
  })

  it.each<[what: string, files: Record<string, string>, said: RegExp]>([
    ['no folder of questions', { 'notes.txt': '' }, /no question files/],
    ['a set that is not there', { 'a.yaml': bread }, /^a\.yaml:8 bread: .*yeast/],
    [
      'a key that nobody knows',
      { 'a.yaml': `${bread}    app: src/web.ts\n`, ...synonyms },
      /^a\.yaml:4 questions\[0\].*app/,
    ],
    ['a wrong model answer', { 'a.yaml': bread.replace('Yeast.', 'Time.'), ...synonyms }, /model answer is not graded/],
    [
      'patterns that hold for any text',
      { 'a.yaml': bread.replace('"@yeast"', 'yeast, the, and, it') },
      /^the patterns of yeast match almost any text/,
    ],
    ['a prompt without end', { 'a.yaml': bread.replace('bread rise', 'bread rise '.repeat(200)), ...synonyms }, /1000/],
    ['a YAML bomb', { 'a.yaml': bomb.join('\n') }, /expands its aliases/],
    ['invalid YAML', { 'a.yaml': 'topic: [bread' }, /^a\.yaml:1 /],
    ['an invalid language', { 'a.yaml': bread, 'pack.yaml': 'language: klingon!' }, /must be a language/],
    ['an example that is no JSON', { 'a.yaml': bread, ...synonyms, 'examples/a.jsonl': '{"question": ' }, /a\.jsonl:1/],
    ['more than ten megabytes', { 'a.yaml': '#'.repeat(10_000_001) }, /more than 10 MB/],
  ])('with %s is refused with a reason in one line', async (_what, files, said) => {
    expect(await messagesAbout(files)).toMatch(said)
  })
})
