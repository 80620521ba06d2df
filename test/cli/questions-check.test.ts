import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { folderWith, quiz } from '../kit/product/quiz-command.ts'

type Fields = Record<string, unknown>

const sound: Fields = {
  id: 'one-off',
  facts: ['F1'],
  difficulty: 'easy',
  kind: 'recall',
  prompt: 'What is a one-off dyno, and what is it good for?',
  hint: 'Think of `heroku run`.',
  rubric: { points: [{ id: 'temporary', label: 'It is temporary', says: ['temporary', 'goes away'] }] },
  answer: 'A temporary container.',
  explanation: 'It runs one command and ends when the command has ended.',
  sources: ['https://devcenter.heroku.com/articles/one-off-dynos'],
  asOf: '2026-10',
  examples: [{ answer: 'it goes away', verdict: 'correct' }],
}

const topic = (...questions: Fields[]): string =>
  stringify({ topic: 'dynos', title: 'Dynos', questions: questions.map((changed) => ({ ...sound, ...changed })) })

const example = (answer: string, label: string, question = 'one-off'): string =>
  `${JSON.stringify({ question, answer, label })}\n`

type Checked = { status: number | null; out: string; err: string }

async function check(files: Record<string, string>, ...words: string[]): Promise<Checked> {
  return quiz(['questions', 'check', ...words], { bank: await folderWith(files) })
}

describe('questions check', () => {
  it('grades the examples in separate files like those in the bank', async () => {
    const { status, out } = await check(
      {
        'dynos.yaml': topic({}),
        'examples/dynos.jsonl': example('it is temporary', 'correct') + example('it is there for good', 'incorrect'),
      },
      '--json',
    )
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ examples: 3, accuracy: 1, problems: [], ok: true })
  })

  it('reports an example for a question that is not in the bank', async () => {
    const { status, out } = await check(
      { 'dynos.yaml': topic({}), 'examples/dynos.jsonl': example('x', 'correct', 'two-off') },
      '--json',
    )
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      problems: ['examples/dynos.jsonl:1 asks about “two-off”, and the bank has no such question.'],
    })
  })

  it('only warns if the model answer of another question passes', async () => {
    const neighbor = { id: 'eco', facts: ['F2'], prompt: 'How long does the disk of any dyno last?', examples: [] }
    const { status, out } = await check({ 'dynos.yaml': topic({}, neighbor) }, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      warnings: expect.arrayContaining([
        { kind: 'foreign-answer', question: 'eco', text: 'accepts the model answer of one-off as right' },
      ]),
    })
  })

  it.each(['dynos.yml', 'dynos.YAML', 'Dynos.Yml'])('reads %s', async (name) => {
    const { status, out } = await check({ [name]: topic({}) }, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ questions: 1 })
  })

  it('reads synonyms.yml, and ignores hidden files that some systems create', async () => {
    const rubric = { points: [{ id: 'temporary', label: 'It is temporary', says: ['@ephemeral'] }] }
    const { status, out, err } = await check(
      {
        'dynos.yaml': topic({ rubric, examples: [] }),
        'synonyms.yml': stringify({ ephemeral: ['temporary'] }),
        '._dynos.yaml': '\0\0\u0005',
        '.draft.yaml': 'a: [',
        'examples/._dynos.jsonl': '\0',
      },
      '--json',
    )
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ questions: 1 })
  })

  it('reports a mislabeled example as a problem', async () => {
    const examples = [{ answer: 'it is there for good', verdict: 'correct' }]
    const { status, out } = await check({ 'dynos.yaml': topic({ examples }) })
    expect(status).toBe(1)
    expect(out).toMatch(/^one-off: an example labeled correct is graded incorrect \(0\.00\): it is there for good$/m)
    expect(out).toMatch(/^problems +1$/m)
    expect(out).toMatch(/^ok +false$/m)
  })

  it('reports a new question that still has the texts of its template', async () => {
    const bank = await folderWith({ 'dynos.yaml': topic({}) })
    expect((await quiz(['questions', 'new', 'my-one', '--topic', 'mine'], { bank })).status).toBe(0)
    const { status, out } = await quiz(['questions', 'check'], { bank })
    expect([status, out]).toEqual([
      1,
      expect.stringContaining('my-one: the prompt, answer and hint still have the text of the template'),
    ])
  })

  it('knows which topics can be listed', async () => {
    const bank = await folderWith({ 'dynos.yaml': topic({}) })
    const { status, err } = await quiz(['questions', 'list', '--topic', 'dyno'], { bank })
    expect([status, err]).toEqual([2, 'There’s no topic “dyno”. Did you mean dynos?\n'])
  })

  it('reports a fact whose source is not a web address', async () => {
    const { status, out } = await check({
      'dynos.yaml': topic({}),
      'facts.yaml': stringify([{ id: 'F1', topic: 'dynos', sources: ['http-routing'] }]),
    })
    expect(status).toBe(1)
    expect(out).toContain('facts.yaml:4 [0].sources[0]: must be a web address')
  })

  it('prints a summary and the problems, not a row for each question', async () => {
    const { status, out } = await check({
      'dynos.yaml': topic({ asOf: '2020-01' }, { id: 'eco', prompt: 'How long does the disk of any dyno last?' }),
      'synonyms.yaml': stringify({ ephemeral: ['transient'] }),
      'examples/dynos.jsonl': example('like a mayfly, it goes away', 'correct'),
    })
    expect(status).toBe(0)
    expect(out).toMatchInlineSnapshot(`
      "Not checked against their sources for a year: 1
        one-off

      Few labelled examples: 2
        one-off, eco

      Sets of synonyms that nothing uses: 1
        @ephemeral

      Words in right examples that no pattern contains, with the number of examples:
        like 1, mayfly 1

      questions           2
      topics              1
      facts               1
      examples            3
      accuracy            1
      missedPositives     0
      missedNegatives     0
      problems            0
      ok               true
      warnings            4
      "
    `)
  })

  it('shows everything about one question with --only', async () => {
    const files = { 'dynos.yaml': topic({}, { id: 'eco', prompt: 'How long does the disk of any dyno last?' }) }
    const { status, out } = await check(files, '--only', 'eco')
    expect(status).toBe(0)
    expect(out).toMatch(/^questions +1$/m)
    expect(out).toContain('  eco: has 1 labeled examples, 1 of them right; aim for 20 and 8\n')
    expect(out).not.toContain('one-off:')
  })

  it('suggests the nearest question if --only names an unknown one', async () => {
    const { status, err } = await check({ 'dynos.yaml': topic({}) }, '--only', 'one-of')
    expect([status, err]).toEqual([2, 'There is no question one-of. Did you mean one-off?\n'])
  })

  it('keeps the keys of its JSON output, and adds the warnings', async () => {
    const { out } = await check({ 'dynos.yaml': topic({}) }, '--json')
    const keys = 'questions topics facts examples accuracy missedPositives missedNegatives problems ok'.split(' ')
    expect(Object.keys(JSON.parse(out))).toEqual([...keys, 'warnings', 'unknownWords', 'checks'])
  })
})
