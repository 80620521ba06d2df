import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { readRubric, withoutByteOrderMark } from '../adapters/question-files/index.ts'
import { compileRubric } from '../domain/rubric/compile-rubric.ts'
import type { CompiledRubric } from '../domain/rubric/compiled-rubric.ts'
import { gradeAnswer } from '../domain/rubric/grade-answer.ts'
import type { Grade, Span } from '../domain/rubric/rubric.ts'
import { compileQuestion } from '../services/bank.ts'
import { findInFiles } from './open-bank-files.ts'
import { print, printJson } from './print.ts'
import { UsageError, unreadable } from './usage-error.ts'

type GradeOptions = { question?: string; answer?: string; rubric?: string; answers?: string; json?: boolean }

export async function grade(options: GradeOptions): Promise<void> {
  if (options.question !== undefined && options.answer !== undefined) {
    await gradeOne(options.question, options.answer, options.json ?? false)
  } else if (options.rubric !== undefined && options.answers !== undefined) {
    await gradeMany(options.rubric, options.answers)
  } else {
    throw new UsageError('Use either --question ID --answer TEXT, or --rubric FILE.yaml --answers FILE.jsonl.')
  }
}

async function gradeOne(id: string, text: string, json: boolean): Promise<void> {
  const { rubric } = compileQuestion(await findInFiles(id))
  const graded = gradeAnswer(rubric, text)
  const shown = { question: id, ...quoted(graded, text) }
  if (json) return printJson(shown)
  print(`${shown.verdict}  ${shown.score.toFixed(2)}`)
  for (const point of shown.points) {
    print(
      `  ${point.found ? 'found  ' : 'missing'}  ${point.id}${point.evidence.map(({ text: quote }) => `  “${quote}”`).join('')}`,
    )
  }
  for (const one of shown.misconceptions)
    print(`  misconception  ${one.id}${one.evidence.map(({ text: quote }) => `  “${quote}”`).join('')}`)
  if (shown.alike) print(`  ${shown.alike} by comparison with similar sorted answers`)
  for (const reading of shown.readings) print(`  read “${reading.read}” as “${reading.as}”`)
}

const line = z.object({ id: z.union([z.string(), z.number()]), answer: z.string() })

async function gradeMany(rubricFile: string, answersFile: string): Promise<void> {
  const compiled = await compileFile(rubricFile)
  const input = answersFile === '-' ? process.stdin : createReadStream(answersFile)
  let number = 0
  try {
    for await (const read of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      number++
      const text = number === 1 ? withoutByteOrderMark(read) : read
      if (text.trim() !== '') gradeLine(compiled, text, `${answersFile}:${number}`)
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(answersFile, error)
    throw error
  }
}

function gradeLine(compiled: CompiledRubric, text: string, where: string): void {
  const read = line.safeParse(parse(text))
  if (!read.success) throw new UsageError(`${where}: must be JSON such as {"id": "a1", "answer": "..."}`)
  print(JSON.stringify({ id: read.data.id, ...quoted(gradeAnswer(compiled, read.data.answer), read.data.answer) }))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function compileFile(file: string): Promise<CompiledRubric> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error)
  })
  const { rubric, prompt, synonyms } = readRubric(basename(file), text)
  return compileRubric(rubric, { synonyms, ...(prompt === undefined ? {} : { prompt }) })
}

type Quote = Span & { text: string }

function quoted(
  graded: Grade,
  text: string,
): {
  score: number
  verdict: Grade['verdict']
  points: { id: string; found: boolean; evidence: Quote[] }[]
  misconceptions: { id: string; evidence: Quote[] }[]
  readings: Grade['readings']
  alike?: Grade['alike']
} {
  const quote = (span: Span): Quote => ({ ...span, text: text.slice(span.start, span.end) })
  return {
    score: graded.score,
    verdict: graded.verdict,
    points: graded.points.map((point) => ({ ...point, evidence: point.evidence.map(quote) })),
    misconceptions: graded.misconceptions.map((one) => ({ ...one, evidence: one.evidence.map(quote) })),
    readings: graded.readings,
    ...(graded.alike && { alike: graded.alike }),
  }
}
