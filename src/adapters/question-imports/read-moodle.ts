import { XMLParser } from 'fast-xml-parser'
import type { Imported, ImportedFile } from '../../domain/packs/imported.ts'
import { htmlText } from './html-text.ts'
import { ImportError } from './import-error.ts'
import { isMoreOften } from './is-more-often.ts'

type Node = { text?: string | Node; '#text'?: string; '@format'?: string } & Record<string, unknown>

/** Elements that are parsed as lists, even if there is only one. */
const lists = new Set(['question', 'answer', 'hint', 'file'])

/** This is far more than 2,000 questions contain. Each tag costs the parser a hundred times its own size. */
const mostTags = 300_000

// The library declares it as the object Symbol, but it is a primitive symbol.
const position = XMLParser.getMetaDataSymbol() as unknown as symbol

/** Reads Moodle XML. Throws an `ImportError` for a file that isn't XML, or that would expand when parsed. */
export function readMoodle(text: string): ImportedFile {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new ImportError('The file defines its own entities, so it can’t be read.')
  if (isMoreOften('<', text, mostTags) || isMoreOften('=', text, mostTags))
    throw new ImportError(`The file has more than ${mostTags.toLocaleString('en')} tags or attributes.`)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    trimValues: true,
    captureMetaData: true,
    isArray: (name) => lists.has(name),
  })
  const quiz = parsed(parser, text).quiz as Node | undefined
  const questions = (quiz?.question ?? []) as Node[]
  if (questions.length === 0) throw new ImportError('The file has no <quiz> with questions in it.')
  const lineOf = lineCounter(text)
  const file: ImportedFile = { read: [], skipped: [] }
  let topic: string | undefined
  for (const question of questions) {
    const line = lineOf(startOf(question))
    if (question['@type'] === 'category') {
      topic = textOf(question.category).text.split('/').at(-1)
      continue
    }
    const read = imported(question, line)
    if (typeof read === 'string') file.skipped.push({ line, why: read })
    else file.read.push({ ...read, ...(topic === undefined ? {} : { topic }) })
  }
  return file
}

function startOf(question: Node): number {
  return (question as Record<symbol, { startIndex?: number } | undefined>)[position]?.startIndex ?? 0
}

function parsed(parser: XMLParser, text: string): Record<string, unknown> {
  try {
    return parser.parse(text, true) as Record<string, unknown>
  } catch (error) {
    throw new ImportError(`The file is not XML: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function imported(question: Node, line: number): Imported | string {
  const type = String(question['@type'])
  const asked = textOf(question.questiontext)
  const answers = (question.answer ?? []) as Node[]
  const texts = answers.map((answer) => ({
    text: textOf(answer)
      .text.replaceAll(/(?<!\\)\*/g, ' ')
      .replaceAll('\\*', '*')
      .replace(/\s+/g, ' ')
      .trim(),
    share: Number(answer['@fraction'] ?? 0),
    tell: textOf(answer.feedback).text,
  }))
  if (!['shortanswer', 'multichoice', 'numerical', 'essay', 'pmatch'].includes(type)) {
    return `is of the type ${type}, which can’t be answered in words`
  }
  const grader = textOf(question.graderinfo).text
  const right = type === 'essay' ? [grader] : texts.filter(({ share }) => share >= 100).map(({ text }) => text)
  const half = texts.filter(({ share, text }) => share > 0 && share < 100 && text !== '')
  const name = textOf(question.name).text
  const explanation = textOf(question.generalfeedback).text
  const [hint] = ((question.hint ?? []) as Node[]).map((one) => textOf(one).text)
  const read = {
    line,
    prompt: asked.text,
    right: right.filter((text) => text !== ''),
    ...(half.length > 0 ? { half: half.map(({ text }) => text) } : {}),
    wrong: texts.flatMap(({ share, text, tell }) =>
      share > 0 || text === '' ? [] : [{ text, ...(tell ? { tell } : {}) }],
    ),
    ...(name === '' ? {} : { id: name }),
    ...(explanation === '' ? {} : { explanation }),
    ...(hint ? { hint } : {}),
  }
  return asked.leftOut === 0 ? read : { ...read, leftOut: asked.leftOut }
}

/** Returns the text of `<x><text>...</text></x>`, as Moodle writes every text. */
function textOf(node: unknown): { text: string; leftOut: number } {
  if (typeof node === 'string') return htmlText(node)
  if (typeof node !== 'object' || node === null) return { text: '', leftOut: 0 }
  const { text, '#text': own } = node as Node
  return textOf(text ?? own ?? '')
}

/** Converts offsets to line numbers, for offsets in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  let [at, line] = [0, 1]
  return (offset) => {
    for (; at < offset; at++) if (text[at] === '\n') line += 1
    return line
  }
}
