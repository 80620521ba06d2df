import type { Matcher, Node, RowNode } from '../compiled-rubric.ts'
import { deepestPattern, largestPattern } from '../limits.ts'
import type { Synonyms } from '../rubric.ts'
import { RubricError, type RubricErrorCode } from '../rubric-error.ts'
import type { LexiconBuilder } from '../spelling/build-lexicon.ts'
import { parsePattern } from './parse-pattern.ts'
import { type Gap, nearWords, type RowItem, type Syntax } from './pattern.ts'

const gaps: Record<Gap, number> = { none: 0, near: nearWords, sentence: Number.POSITIVE_INFINITY }

// Words in any order inside a row become its orders, and there are 24 of four.
const mostUnordered = 4

/** Compiles the patterns of one rubric into one lexicon. */
export class PatternCompiler {
  /** Parts so far, over all patterns. */
  parts = 0
  private readonly builder: LexiconBuilder
  private readonly synonyms: Synonyms
  private readonly sets = new Map<string, Syntax>()
  private readonly empty = new Map<Syntax, boolean>()
  private pattern = ''
  private path = ''
  private size = 0

  constructor(builder: LexiconBuilder, synonyms: Synonyms) {
    this.builder = builder
    this.synonyms = synonyms
  }

  /** Throws a `RubricError` that names `path` and what is wrong with the pattern. */
  compile(pattern: string, path: string): Matcher {
    const syntax = parsePattern(pattern, path)
    this.pattern = pattern
    this.path = path
    this.size = 0
    if (this.canBeEmpty(syntax, [])) {
      this.fail('pattern-matches-nothing', 1, 'at least one part without a "?": this pattern would match any text')
    }
    const node = this.boolean(syntax, [])
    this.parts += this.size
    return { node, negates: holdsNegator(node, this.builder.lexicon.negators) }
  }

  /** Where a whole sentence is asked: alternatives and `&` are exact here. */
  private boolean(syntax: Syntax, names: readonly string[]): Node {
    this.count()
    if (syntax.kind === 'any' || syntax.kind === 'all') {
      const needed = syntax.kind === 'all' ? syntax.of.filter((part) => !this.canBeEmpty(part, names)) : syntax.of
      const of = needed.map((part) => this.boolean(part, names))
      return of.length === 1 && of[0] ? of[0] : { kind: syntax.kind, of }
    }
    if (syntax.kind === 'name') return this.boolean(this.lookUp(syntax, names), [...names, syntax.name])
    return this.node(syntax, names)
  }

  /** Where a stretch of words is asked: everything has a beginning and an end here. */
  private node(syntax: Syntax, names: readonly string[]): Node {
    this.count()
    const { builder } = this
    switch (syntax.kind) {
      case 'word':
        return { kind: 'leaf', leaf: builder.word(syntax.text) }
      case 'exact':
        return { kind: 'leaf', leaf: builder.exact(syntax.text) }
      case 'prefix':
        return { kind: 'leaf', leaf: builder.prefix(syntax.text) }
      case 'code':
        return { kind: 'leaf', leaf: builder.code(syntax.text, syntax.anyCase) }
      case 'number':
        return { kind: 'leaf', leaf: builder.number(syntax.range) }
      case 'name':
        return this.node(this.lookUp(syntax, names), [...names, syntax.name])
      case 'any':
        return { kind: 'any', of: syntax.of.map((part) => this.node(part, names)) }
      case 'row':
        return this.row(syntax.gap, syntax.items, names)
      case 'all':
        return this.orders(syntax.of, names)
    }
  }

  private row(gap: Gap, items: RowItem[], names: readonly string[]): Node {
    const nodes: RowNode[] = items.map((item, i) => ({
      node: this.node(item.part, names),
      optional: item.optional || this.canBeEmpty(item.part, names),
      joined: gap === 'sentence' ? -1 : this.join(items[i - 1], item),
    }))
    return { kind: 'row', gap: gaps[gap], items: nodes }
  }

  private join(before: RowItem | undefined, item: RowItem): number {
    const [first, second] = [plainText(before?.part), plainText(item.part)]
    if (first === undefined || second === undefined) return -1
    const halves = /^\p{L}{2,}$/u
    if (!halves.test(first) || !halves.test(second)) return -1
    if (this.builder.isNegator(first) || this.builder.isNegator(second)) return -1
    return this.builder.joined(first, second)
  }

  private orders(parts: Syntax[], names: readonly string[]): Node {
    if (parts.length > mostUnordered) {
      this.fail('pattern-too-large', 1, `at most ${mostUnordered} parts joined by "&" inside a longer pattern`)
    }
    const of = permutations(parts).map((order) =>
      this.row(
        'sentence',
        order.map((part) => ({ part, optional: false })),
        names,
      ),
    )
    return { kind: 'any', of }
  }

  private lookUp(syntax: { name: string; column: number }, names: readonly string[]): Syntax {
    const { name, column } = syntax
    if (names.includes(name)) {
      this.fail('cyclic-name', column, `a set that does not lead back to itself (@${[...names, name].join(' → @')})`)
    }
    if (names.length >= deepestPattern)
      this.fail('pattern-too-deep', column, `at most ${deepestPattern} names within each other`)
    const known = this.sets.get(name)
    if (known) return known
    const patterns = Object.hasOwn(this.synonyms, name) ? this.synonyms[name] : undefined
    if (patterns === undefined) {
      const names = Object.keys(this.synonyms).map((each) => `@${each}`)
      const choice = names.length === 0 ? 'there are none' : `there are ${names.slice(0, 12).join(', ')}`
      this.fail('unknown-name', column, `the name of a synonym set; @${name} is none (${choice})`)
    }
    if (patterns.length === 0) this.fail('empty-says', column, `at least one pattern in @${name}`)
    const of = patterns.map((pattern, i) => parsePattern(pattern, `@${name}[${i}]`))
    const set: Syntax = of.length === 1 && of[0] ? of[0] : { kind: 'any', of }
    this.sets.set(name, set)
    return set
  }

  private canBeEmpty(syntax: Syntax, names: readonly string[]): boolean {
    const known = this.empty.get(syntax)
    if (known !== undefined) return known
    const empty = this.findEmpty(syntax, names)
    this.empty.set(syntax, empty)
    return empty
  }

  private findEmpty(syntax: Syntax, names: readonly string[]): boolean {
    if (syntax.kind === 'row') return syntax.items.every((item) => item.optional || this.canBeEmpty(item.part, names))
    if (syntax.kind === 'any') return syntax.of.some((part) => this.canBeEmpty(part, names))
    if (syntax.kind === 'all') return syntax.of.every((part) => this.canBeEmpty(part, names))
    if (syntax.kind === 'name') return this.canBeEmpty(this.lookUp(syntax, names), [...names, syntax.name])
    return false
  }

  private count(): void {
    if (++this.size > largestPattern) {
      this.fail('pattern-too-large', 1, `at most ${largestPattern} parts once all names are written out`)
    }
  }

  private fail(code: RubricErrorCode, column: number, expected: string): never {
    throw new RubricError({ code, path: this.path, pattern: this.pattern, column, expected })
  }
}

function plainText(syntax: Syntax | undefined): string | undefined {
  return syntax?.kind === 'word' || syntax?.kind === 'number' ? syntax.text : undefined
}

function permutations<T>(parts: readonly T[]): T[][] {
  if (parts.length <= 1) return [[...parts]]
  return parts.flatMap((part, i) => permutations(parts.filter((_, j) => j !== i)).map((rest) => [part, ...rest]))
}

function holdsNegator(node: Node, negators: ReadonlySet<number>): boolean {
  if (node.kind === 'leaf') return negators.has(node.leaf)
  if (node.kind === 'row') return node.items.some((item) => holdsNegator(item.node, negators))
  return node.of.some((part) => holdsNegator(part, negators))
}
