import {
  type Document,
  isNode,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { z } from 'zod'

const mostLines = 30_000
const longestLine = 20_000
const mostCompared = 5_000_000
const mostAliases = 500
/** An author won't read more problems than this. */
const mostProblems = 100

export class QuestionFileError extends Error {
  override readonly name = 'QuestionFileError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** A line and, if requested, a column, both counted from 1. */
export type FilePlace = { line: number; col: number }

export type ReadFile<Value> = {
  value: Value
  lineOf(path: readonly PropertyKey[]): number
  placeOf(path: readonly PropertyKey[]): FilePlace
}

/**
 * Parses YAML and checks it against a format. Throws a `QuestionFileError` with every problem and its file and line,
 * and with columns if they are requested.
 */
export function readYaml<Format extends z.ZodType>(
  file: string,
  text: string,
  format: Format,
  columns?: 'columns',
): ReadFile<z.output<Format>> {
  checkLines(file, text)
  const lines = new LineCounter()
  const document = parsed(file, text, lines)
  if (document.errors.length > 0) {
    throw new QuestionFileError(document.errors.slice(0, mostProblems).map((error) => problemOf(file, error, columns)))
  }
  const placeOf = (path: readonly PropertyKey[]): FilePlace => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0])
    }
    return { line: 1, col: 1 }
  }
  const read = format.safeParse(contentOf(file, document))
  if (!read.success) {
    throw new QuestionFileError(
      read.error.issues
        .slice(0, mostProblems)
        .map((issue) => `${inFile(file, placeOf(issue.path), columns)} ${place(issue.path)}${issue.message}`),
    )
  }
  return { value: read.data, placeOf, lineOf: (path) => placeOf(path).line }
}

/** The parser is recursive. If the nesting is too deep, it returns an error or throws. */
function parsed(file: string, text: string, lineCounter: LineCounter): Document.Parsed {
  try {
    const document = parseDocument(text, { lineCounter, uniqueKeys: sameKeys(file) })
    const tooDeep = document.errors.find(({ message }) => /call stack|stack overflow/i.test(message))
    if (!tooDeep) return document
    throw new QuestionFileError([`${file}:${tooDeep.linePos?.[0].line ?? 1} is nested too deeply`])
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new QuestionFileError([`${file}:1 is nested too deeply`])
  }
}

function problemOf(file: string, { linePos, message }: YAMLError, columns?: 'columns'): string {
  const [first = ''] = message.split('\n')
  // The parser's own messages also end with the place.
  const words = columns ? first.replace(/ at line \d+, column \d+:?$/, '') : first
  return `${inFile(file, linePos?.[0] ?? { line: 1, col: 1 }, columns)} ${words}`
}

export function inFile(file: string, { line, col }: FilePlace, columns?: 'columns'): string {
  return `${file}:${line}${columns ? `:${col}` : ''}`
}

/** The parser needs about five hundred bytes per line, and more for long lines. */
function checkLines(file: string, text: string): void {
  for (let [begins, line] = [0, 1]; begins < text.length; line++) {
    const found = text.indexOf('\n', begins)
    const ends = found < 0 ? text.length : found
    if (line > mostLines) throw new QuestionFileError([`${file}:${line} more than ${mostLines} lines: split the file`])
    if (ends - begins > longestLine)
      throw new QuestionFileError([`${file}:${line} a line of more than ${longestLine} characters`])
    begins = ends + 1
  }
}

/** The parser compares each key with all other keys of its mapping. */
function sameKeys(file: string): (one: ParsedNode, other: ParsedNode) => boolean {
  let compared = 0
  return (one, other) => {
    compared += 1
    if (compared > mostCompared) throw new QuestionFileError([`${file}:1 has too many keys in one place`])
    return one === other || (isScalar(one) && isScalar(other) && one.value === other.value)
  }
}

/** The parser stops if nested aliases expand too much. For each alias it searches the whole file. */
function contentOf(file: string, document: Document): unknown {
  let aliases = 0
  visit(document, {
    Alias() {
      aliases += 1
    },
  })
  try {
    if (aliases > mostAliases) throw new ReferenceError('too many aliases')
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw new QuestionFileError([`${file}:1 expands its aliases (&, *) too often`])
  }
}

function place(path: readonly PropertyKey[]): string {
  if (path.length === 0) return ''
  const named = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return `${named.replace(/^\./, '')}: `
}
