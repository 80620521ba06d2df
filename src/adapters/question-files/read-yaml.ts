import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'

/** Where a file is wrong: file, line and what is wrong there. */
export class QuestionFileError extends Error {
  override readonly name = 'QuestionFileError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.problems = problems
  }
}

/** A parsed file that can still tell on which line a part of it stands. */
export type ReadFile<Value> = { value: Value; lineOf(path: readonly PropertyKey[]): number }

/** Reads YAML and holds it against a format. Throws a `QuestionFileError` with every problem, each with file and line. */
export function readYaml<Format extends z.ZodType>(
  file: string,
  text: string,
  format: Format,
): ReadFile<z.output<Format>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  if (document.errors.length > 0) {
    throw new QuestionFileError(
      document.errors.map((error) => `${file}:${error.linePos?.[0].line ?? 1} ${error.message.split('\n')[0]}`),
    )
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const read = format.safeParse(contentOf(file, document))
  if (!read.success) {
    throw new QuestionFileError(
      read.error.issues.map((issue) => `${file}:${lineOf(issue.path)} ${place(issue.path)}${issue.message}`),
    )
  }
  return { value: read.data, lineOf }
}

/** Aliases that stand for aliases can make much of little: the parser stops there. */
function contentOf(file: string, document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    throw new QuestionFileError([`${file}:1 repeats itself too often by aliases (&, *)`])
  }
}

function place(path: readonly PropertyKey[]): string {
  if (path.length === 0) return ''
  const named = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return `${named.replace(/^\./, '')}: `
}
