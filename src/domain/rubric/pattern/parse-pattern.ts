import { deepestPattern, longestPattern } from '../limits.ts'
import { RubricError, type RubricErrorCode } from '../rubric-error.ts'
import type { PlainReading } from '../text/plain-reading.ts'
import type { Gap, RowItem, Syntax } from './pattern.ts'
import { readTerms } from './read-terms.ts'

/** Parses one pattern. Throws a `RubricError` with `path`, the pattern, the column and the expected syntax. */
export function parsePattern(pattern: string, path: string, plain?: PlainReading): Syntax {
  if (pattern.length > longestPattern) {
    throw new RubricError({ code: 'pattern-too-long', path, pattern, expected: `at most ${longestPattern} characters` })
  }
  return new PatternParser(pattern, path, plain).parse()
}

const brackets: Record<string, string> = { '(': ')', '[': ']' }

class PatternParser {
  private readonly pattern: string
  private readonly path: string
  private at = 0
  private readonly plain: PlainReading | undefined
  private depth = 0

  constructor(pattern: string, path: string, plain: PlainReading | undefined) {
    this.pattern = pattern
    this.path = path
    this.plain = plain
  }

  parse(): Syntax {
    const syntax = this.readAny('near')
    if (this.at < this.pattern.length) {
      this.fail(
        this.at,
        this.pattern[this.at] === ')' ? 'no ")" without a "(" before it' : 'a word or the end of the pattern',
      )
    }
    return syntax
  }

  private readAny(gap: Gap): Syntax {
    const of = [this.readAll(gap)]
    while (this.take('|')) of.push(this.readAll(gap))
    return of.length === 1 && of[0] ? of[0] : { kind: 'any', of }
  }

  private readAll(gap: Gap): Syntax {
    const of = [this.readDistant(gap)]
    const but: Syntax[] = []
    while (this.take('&')) {
      if (this.take('!')) but.push(this.readDistant(gap))
      else of.push(this.readDistant(gap))
    }
    if (but.length > 0) return { kind: 'all', of, but }
    return of.length === 1 && of[0] ? of[0] : { kind: 'all', of }
  }

  private readDistant(gap: Gap): Syntax {
    const items = [this.readRow(gap)]
    while (this.take('...') || this.take('…')) items.push(this.readRow(gap))
    const [only] = items
    return items.length === 1 && only
      ? rowOf(gap, only)
      : { kind: 'row', gap: 'sentence', items: items.map((item) => asItem(gap, item)) }
  }

  private readRow(gap: Gap): RowItem[] {
    const items: RowItem[] = []
    this.skipSpace()
    const begin = this.at
    for (;;) {
      this.skipSpace()
      const start = this.at
      const char = this.pattern[start]
      if (char === undefined || char === ')' || char === ']' || char === '|' || char === '&' || this.seesDots()) break
      if (char === '(' || char === '[') items.push(this.suffixed(this.readBracket(char, gap)))
      else if (char === '`') items.push(this.suffixed(this.readCode()))
      else if (char === '@') items.push(this.suffixed(this.readName()))
      else if (char === '~') items.push(...this.readAnyway(gap))
      else if (char === '!') this.fail(start, 'a word ("!" goes right after an "&": word & !other)')
      else items.push(...this.readWords())
    }
    if (items.length === 0)
      this.fail(begin, 'a word, a group in brackets, code or punctuation in backticks, or a @name')
    return items
  }

  private readBracket(open: string, gap: Gap): Syntax {
    const start = this.at
    this.depth++
    if (this.depth > deepestPattern) {
      throw new RubricError({
        code: 'pattern-too-deep',
        path: this.path,
        pattern: this.pattern,
        column: start + 1,
        expected: `at most ${deepestPattern} nested brackets`,
      })
    }
    this.at++
    const inside = open === '[' ? rowOf('none', this.readRow('none')) : this.readAny(gap)
    this.skipSpace()
    const close = brackets[open] ?? ''
    if (this.pattern[this.at] !== close) {
      const hint = open === '[' && this.at < this.pattern.length ? ' (inside [ ] put alternatives in ( ))' : ''
      this.fail(this.at, `"${close}" for the "${open}" in column ${start + 1}${hint}`)
    }
    this.at++
    this.depth--
    return inside
  }

  private readCode(): Syntax {
    const start = this.at
    const end = this.pattern.indexOf('`', start + 1)
    if (end < 0) this.fail(this.pattern.length, `a closing backtick for the one in column ${start + 1}`)
    const text = this.pattern.slice(start + 1, end).trim()
    if (text === '') this.fail(start + 1, 'code between the backticks')
    this.at = end + 1
    return { kind: 'code', text, anyCase: false }
  }

  private readName(): Syntax {
    const start = this.at
    const name = /^[\p{L}\p{N}_-]+/u.exec(this.pattern.slice(start + 1))?.[0]
    if (name === undefined) this.fail(start + 1, 'the name of a synonym set after "@"')
    this.at = start + 1 + name.length
    return { kind: 'name', name, column: start + 1 }
  }

  /** In "~arm", the term after the tilde also matches if it is negated. */
  private readAnyway(gap: Gap): RowItem[] {
    const start = this.at++
    const char = this.pattern.charAt(this.at)
    if (char === '(' || char === '[') return [this.suffixed({ kind: 'anyway', part: this.readBracket(char, gap) })]
    if (char === '`') return [this.suffixed({ kind: 'anyway', part: this.readCode() })]
    if (char === '@') return [this.suffixed({ kind: 'anyway', part: this.readName() })]
    const [first, ...rest] = this.readWords()
    if (first === undefined) this.fail(start, 'a word, a group, code or a @name right after "~"')
    return [{ ...first, part: { kind: 'anyway', part: first.part } }, ...rest]
  }

  private readWords(): RowItem[] {
    const { terms, end } = readTerms(
      this.pattern,
      this.at,
      (column, expected) => this.fail(column, expected),
      this.plain,
    )
    this.at = end
    return terms
  }

  private suffixed(part: Syntax): RowItem {
    const optional = this.pattern[this.at] === '?'
    if (optional) this.at++
    return { part, optional }
  }

  private seesDots(): boolean {
    return this.pattern.startsWith('...', this.at) || this.pattern[this.at] === '…'
  }

  private take(mark: string): boolean {
    this.skipSpace()
    if (!this.pattern.startsWith(mark, this.at)) return false
    this.at += mark.length
    return true
  }

  private skipSpace(): void {
    while (this.at < this.pattern.length && /[\s,;]/.test(this.pattern.charAt(this.at))) this.at++
  }

  private fail(at: number, expected: string, code: RubricErrorCode = 'pattern-syntax'): never {
    throw new RubricError({ code, path: this.path, pattern: this.pattern, column: at + 1, expected })
  }
}

function rowOf(gap: Gap, items: RowItem[]): Syntax {
  const [only] = items
  return items.length === 1 && only && !only.optional ? only.part : { kind: 'row', gap, items }
}

function asItem(gap: Gap, items: RowItem[]): RowItem {
  const [only] = items
  return items.length === 1 && only ? only : { part: { kind: 'row', gap, items }, optional: false }
}
