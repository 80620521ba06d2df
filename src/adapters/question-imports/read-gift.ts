import { createRequire } from 'node:module'
import type { GIFTQuestion, TextChoice, TextFormat } from 'gift-pegjs'
import type { Imported, ImportedFile } from '../../domain/packs/imported.ts'
import { blocksOf } from './blocks-of.ts'
import { htmlText, plainText } from './html-text.ts'

// The package is CommonJS without named exports.
const gift = createRequire(import.meta.url)('gift-pegjs') as typeof import('gift-pegjs')

/** For invalid text the parser tries many alternatives, so a long text would take minutes. */
const longest = 8000

/**
 * Reads Moodle's GIFT. Questions are separated by empty lines, and one that can't be read doesn't affect the others.
 */
export function readGift(text: string): ImportedFile {
  const file: ImportedFile = { read: [], skipped: [] }
  let topic: string | undefined
  for (const { line: start, text: block } of blocksOf(text)) {
    const line = start + commentsBefore(block)
    if (block.length > longest) {
      file.skipped.push({ line, why: `is longer than ${longest} characters` })
      continue
    }
    for (const question of parseBlock(block, start, file)) {
      if (question.type === 'Category') topic = question.title?.split('/').at(-1)
      else {
        const read = imported(question, line)
        if (typeof read === 'string') file.skipped.push({ line, why: read })
        else file.read.push({ ...read, ...(topic === undefined ? {} : { topic }) })
      }
    }
  }
  return file
}

function commentsBefore(block: string): number {
  const lines = block.split('\n')
  return Math.max(
    0,
    lines.findIndex((one) => !one.startsWith('//')),
  )
}

function parseBlock(block: string, line: number, file: ImportedFile): GIFTQuestion[] {
  if (block.split('\n').every((one) => one.trimStart().startsWith('//'))) return []
  try {
    return gift.parse(block)
  } catch (error) {
    const at = (error as { location?: { start?: { line: number } } }).location?.start?.line ?? 1
    file.skipped.push({ line: line + at - 1, why: 'is not GIFT: see its brackets, = and ~' })
    return []
  }
}

function imported(question: GIFTQuestion, line: number): Imported | string {
  if (question.type === 'Category' || question.type === 'Description') return 'is a description, not a question'
  if (question.type === 'Matching') return 'asks people to match pairs, which can’t be answered in words'
  if (question.type === 'TF') return 'can only be answered with true or false: ask why instead'
  const { text: prompt, leftOut } = read(question.stem)
  const more = {
    line,
    prompt,
    ...(question.title ? { id: question.title } : {}),
    ...(question.globalFeedback ? { explanation: read(question.globalFeedback).text } : {}),
    ...(leftOut === 0 ? {} : { leftOut }),
  }
  if (question.type === 'Essay') return 'has no answer'
  if (question.type === 'Numerical') {
    const { choices } = question
    const simple = Array.isArray(choices) ? choices[0]?.text : choices
    if (simple?.number === undefined) return 'asks for a range of numbers'
    return { ...more, right: [String(simple.number)], wrong: [] }
  }
  const right = question.choices.filter(isRight).map(({ text }) => read(text).text)
  const half = question.choices.filter((one) => !isRight(one) && !isWrong(one)).map(({ text }) => read(text).text)
  const wrong = question.choices.filter(isWrong).map(({ text, feedback }) => {
    return { text: read(text).text, ...(feedback ? { tell: read(feedback).text } : {}) }
  })
  return { ...more, right, ...(half.length > 0 ? { half } : {}), wrong }
}

function isRight({ isCorrect, weight }: TextChoice): boolean {
  return isCorrect && (weight === null || weight === 100)
}

function isWrong({ isCorrect, weight }: TextChoice): boolean {
  return weight === null ? !isCorrect : weight <= 0
}

function read({ format, text }: TextFormat): { text: string; leftOut: number } {
  return format === 'html' || /<\/?[a-z][^<>]*>/i.test(text) ? htmlText(text) : { text: plainText(text), leftOut: 0 }
}
