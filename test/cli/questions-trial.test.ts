import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith, quiz, quizProcess } from '../kit/product/quiz-command.ts'
import { testBank } from '../kit/product/quiz-world.ts'

const line = (answer: string, label: string, question = 'one-off'): string =>
  JSON.stringify({ question, answer, label })

const answers = [
  line('A temporary dyno for admin tasks', 'correct'),
  line('it is ephemeral, for migrations', 'correct'),
  line('a container that lives for as long as one command', 'correct'),
  line('something temporary', 'partial'),
  line('a dyno', 'incorrect'),
  line('a throwaway shell for a migration of birds', 'incorrect'),
]

async function trial(
  lines: string,
  ...words: string[]
): Promise<{ status: number | null; out: string; err: string; file: string }> {
  const file = join(await folderWith({ 'answers.jsonl': lines }), 'answers.jsonl')
  return { ...(await quiz(['questions', 'trial', file, ...words], { bank: testBank })), file }
}

describe('questions trial', () => {
  it('shows how often the rubrics agree with the labels, and every misgraded answer', async () => {
    const { status, out, err } = await trial(answers.join('\n'))
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatchInlineSnapshot(`
      "6 answers to 1 question
      Agreement 66.7% (95% interval 30.0% to 90.3%, Wilson score)

      label      graded correct  graded partial  graded incorrect
      correct                 2               0                 1
      partial                 0               1                 0
      incorrect               1               0                 1

      Right answers at 0 points: 1
        one-off: a container that lives for as long as one command

      Right answers called incorrect: 1
        one-off: a container that lives for as long as one command

      Wrong answers called correct: 1
        one-off: a throwaway shell for a migration of birds

      The worst questions

        one-off: 66.7% of 6
          correct, graded incorrect (0.00): a container that lives for as long as one command
          incorrect, graded correct (1.00): a throwaway shell for a migration of birds
      "
    `)
  })

  it('prints the same result as one JSON document', async () => {
    const { status, out } = await trial(answers.join('\n'), '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      answers: 6,
      agreement: 4 / 6,
      interval: [expect.closeTo(0.3, 2), expect.closeTo(0.903, 2)],
      table: {
        correct: { correct: 2, partial: 0, incorrect: 1 },
        partial: { correct: 0, partial: 1, incorrect: 0 },
        incorrect: { correct: 1, partial: 0, incorrect: 1 },
      },
      byQuestion: [{ question: 'one-off', answers: 6, agreement: 4 / 6, misgraded: [{ score: 0 }, { score: 1 }] }],
    })
  })

  it('reads files saved by editors on any system', async () => {
    const { status, out } = await trial(`\uFEFF${answers.join('\r\n\r\n')}\r\n`, '--json')
    expect(status).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ answers: 6 })
  })

  it('reads answers from standard input, and tries only those to the requested questions', async () => {
    const { status, out } = await quizProcess(
      ['questions', 'trial', '-', '--question', 'one-off', '--topic', 'dynos'],
      {
        bank: testBank,
        input: answers.slice(0, 1).join('\n'),
      },
    )
    expect(status).toBe(0)
    expect(out).toContain('1 answer to 1 question')
  })

  it('reports every line that it cannot use, and grades the others', async () => {
    const bad = [answers[0], line('x', 'right'), '', line('x', 'correct', 'two-off'), '{"question": "one-off"', '{}']
    const { status, out, err, file } = await trial(bad.join('\n'))
    expect(status).toBe(2)
    expect(out).toContain('1 answer to 1 question\n')
    expect(err.replaceAll(file, 'answers.jsonl')).toMatchInlineSnapshot(`
      "4 lines can't be used and were left out:
        answers.jsonl:2 has the label “right”. A label is correct, partial or incorrect.
        answers.jsonl:4 asks about “two-off”, and the bank has no such question.
        answers.jsonl:5 is not JSON. A line looks like {"question": "one-off-dynos", "answer": "...", "label": "correct"}.
        answers.jsonl:6 needs the three texts "question", "answer" and "label".
      "
    `)
  })

  it.each<[what: string, lines: string, words: string[], says: string]>([
    ['an empty file', '\n\n', [], 'has no answers.'],
    ['a question that is not in the bank', '', ['--question', 'one-of'], 'Did you mean one-off?'],
    ['a topic that is not in the bank', '', ['--topic', 'birds'], 'There is no topic birds.'],
  ])('refuses %s', async (_what, lines, words, says) => {
    const { status, err } = await trial(lines, ...words)
    expect(status).toBe(2)
    expect(err).toContain(says)
  })

  it('refuses a file that does not exist', async () => {
    const { status, err } = await quiz(['questions', 'trial', 'nowhere.jsonl'], { bank: testBank })
    expect([status, err]).toEqual([2, 'nowhere.jsonl: there is no such file\n'])
  })
})

describe('a folder instead of a file', () => {
  it.each([
    ['questions trial', ['questions', 'trial', 'FOLDER']],
    ['grade --rubric', ['grade', '--rubric', 'FOLDER', '--answers', '-']],
    ['grade --answers', ['grade', '--rubric', 'FOLDER/rubric.yaml', '--answers', 'FOLDER']],
  ])('is reported by %s', async (_, words) => {
    const folder = await folderWith({ 'rubric.yaml': 'points: [{id: a, label: A, says: [word]}]' })
    const { status, err } = await quiz(
      words.map((word) => word.replace('FOLDER', folder)),
      { bank: testBank },
    )
    expect([status, err]).toEqual([2, `${folder}: is a folder; name a file in it\n`])
  })
})

describe('grade --answers', () => {
  it('reads a file that begins with a byte order mark', async () => {
    const folder = await folderWith({
      'rubric.yaml': 'points: [{id: a, label: A, says: [word]}]',
      'answers.jsonl': '\uFEFF{"id": 1, "answer": "word"}\r\n{"id": 2, "answer": "bird"}\r\n',
    })
    const { status, out } = await quiz(
      ['grade', '--rubric', join(folder, 'rubric.yaml'), '--answers', join(folder, 'answers.jsonl'), '--json'],
      { bank: testBank },
    )
    expect(status).toBe(0)
    expect(
      out
        .trim()
        .split('\n')
        .map((one) => JSON.parse(one)),
    ).toMatchObject([
      { id: 1, score: 1 },
      { id: 2, score: 0 },
    ])
  })
})
