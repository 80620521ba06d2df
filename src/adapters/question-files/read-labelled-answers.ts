import { z } from 'zod'
import type { LabelledAnswer } from '../../domain/trial/run-trial.ts'

const labels = ['correct', 'partial', 'incorrect'] as const

const answerLine = z.object({ question: z.string(), answer: z.string(), label: z.string() })

/** Removes the byte order mark that some editors and spreadsheets put at the start of a file. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

/**
 * Reads labeled answers, one JSON object per line. Blank lines are skipped. An invalid line is reported with its file
 * and line number, and reading continues, so that an author sees all problems together.
 */
export function readLabelledAnswers(
  file: string,
  text: string,
  known: ReadonlySet<string>,
): { answers: LabelledAnswer[]; problems: string[] } {
  const answers: LabelledAnswer[] = []
  const problems: string[] = []
  for (const [index, line] of withoutByteOrderMark(text)
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === '') continue
    const read = readLine(line, known)
    if (typeof read === 'string') problems.push(`${file}:${index + 1} ${read}`)
    else answers.push(read)
  }
  return { answers, problems }
}

function readLine(line: string, known: ReadonlySet<string>): LabelledAnswer | string {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'is not JSON. A line looks like {"question": "one-off-dynos", "answer": "...", "label": "correct"}.'
  }
  const read = answerLine.safeParse(value)
  if (!read.success) return 'needs the three texts "question", "answer" and "label".'
  const { question, answer } = read.data
  const label = labels.find((one) => one === read.data.label)
  if (!label) return `has the label “${read.data.label}”. A label is correct, partial or incorrect.`
  if (!known.has(question)) return `asks about “${question}”, and the bank has no such question.`
  return { question, answer, label }
}
