import type { CompiledSet, Matcher, Node, RowNode, Uses } from '../compiled-pattern.ts'
import { deepestPattern, largestPattern } from '../limits.ts'
import type { Synonyms } from '../rubric.ts'
import { RubricError, type RubricErrorCode } from '../rubric-error.ts'
import { buildLexicon, type LexiconBuilder } from '../spelling/build-lexicon.ts'
import { type Lexicon, lexiconOf, startUses } from '../spelling/lexicon.ts'
import type { Vocabulary } from '../spelling/vocabulary.ts'
import { countAnyway } from './count-anyway.ts'
import { emptiness } from './emptiness.ts'
import { gatherSet, holdsNegator } from './gather-set.ts'
import { joinedWords } from './joined-words.ts'
import { parsePattern } from './parse-pattern.ts'
import { type Gap, nearWords, type RowItem, type Syntax } from './pattern.ts'
import { signSet } from './sign-set.ts'

const gaps: Record<Gap, number> = { none: 0, near: nearWords, sentence: Number.POSITIVE_INFINITY }

// Words in any order inside a sequence are expanded into all orders. Four words have 24.
const mostUnordered = 4

/** The rubric or the set that is being compiled, and what it uses. */
type Scope = { uses: Uses; sets: Set<CompiledSet>; builder: LexiconBuilder; size: number }

/** Compiles the patterns of one rubric. The sets that they use are compiled once for all rubrics of a vocabulary. */
export class PatternCompiler {
  /** The number of parts so far, over all patterns and the sets they use, each set counted once. */
  parts = 0
  private readonly uses = startUses()
  private readonly vocabulary: Vocabulary
  private readonly synonyms: Synonyms
  private readonly byName: Map<string, CompiledSet>
  private readonly counted = new Set<CompiledSet>()
  private readonly canBeEmpty = emptiness((name, names) => this.lookUp(name, names).empty)
  private scope: Scope
  private pattern = ''
  private path = ''

  constructor(vocabulary: Vocabulary, synonyms: Synonyms) {
    this.vocabulary = vocabulary
    this.synonyms = synonyms
    this.byName = vocabulary.named.get(synonyms) ?? new Map()
    vocabulary.named.set(synonyms, this.byName)
    this.scope = this.openScope(this.uses)
  }

  /** Throws a `RubricError` that names `path` and the problem in the pattern. */
  compile(pattern: string, path: string): Matcher {
    const syntax = parsePattern(pattern, path, this.vocabulary.plain)
    this.pattern = pattern
    this.path = path
    this.scope = this.openScope(this.uses)
    if (this.canBeEmpty(syntax, [])) {
      this.fail('pattern-matches-nothing', 1, 'at least one part without a "?": this pattern would match any text')
    }
    const node = this.boolean(syntax, [])
    this.parts += this.scope.size
    for (const set of this.scope.sets) this.countSet(set)
    return { node, negates: holdsNegator(node, this.vocabulary.negators) }
  }

  lexicon(): Lexicon {
    return lexiconOf(this.vocabulary, this.uses, this.counted)
  }

  private openScope(uses: Uses): Scope {
    return { uses, sets: new Set(), builder: buildLexicon(this.vocabulary, uses), size: 0 }
  }

  private countSet(set: CompiledSet): void {
    if (this.counted.has(set)) return
    this.counted.add(set)
    this.parts += set.size
    for (const other of set.names) this.countSet(other)
  }

  /** Matches whole sentences, so alternatives and `&` are exact. */
  private boolean(syntax: Syntax, names: readonly string[]): Node {
    if (syntax.kind !== 'any' && syntax.kind !== 'all') return this.node(syntax, names)
    this.count()
    if (syntax.kind === 'all' && syntax.but !== undefined) {
      const [of, but] = [syntax.of, syntax.but].map((parts) => parts.map((part) => this.boolean(part, names)))
      return { kind: 'all', of: of ?? [], but: but ?? [] }
    }
    const needed = syntax.kind === 'all' ? syntax.of.filter((part) => !this.canBeEmpty(part, names)) : syntax.of
    const of = needed.map((part) => this.boolean(part, names))
    return of.length === 1 && of[0] ? of[0] : { kind: syntax.kind, of }
  }

  /** Matches a span of words with a start and an end. */
  private node(syntax: Syntax, names: readonly string[]): Node {
    this.count()
    const { builder } = this.scope
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
      case 'name': {
        const set = this.lookUp(syntax, names)
        this.scope.sets.add(set)
        return { kind: 'set', set }
      }
      case 'anyway':
        return countAnyway(this.node(syntax.part, names))
      case 'any':
        return { kind: 'any', of: syntax.of.map((part) => this.node(part, names)) }
      case 'row':
        return this.row(syntax.gap, syntax.items, names)
      case 'all':
        if (syntax.but !== undefined) {
          this.fail('pattern-syntax', 1, 'a "!" only in a separate pattern, not inside a row, a [ ] or a synonym set')
        }
        return this.orders(syntax.of, names)
    }
  }

  private row(gap: Gap, items: RowItem[], names: readonly string[]): Node {
    const nodes: RowNode[] = items.map((item, i) => ({
      node: this.node(item.part, names),
      optional: item.optional || this.canBeEmpty(item.part, names),
      joined: gap === 'sentence' || this.vocabulary.plain ? [] : this.join(items[i - 1], item),
    }))
    return { kind: 'row', gap: gaps[gap], items: nodes }
  }

  private join(before: RowItem | undefined, item: RowItem): readonly number[] {
    const { builder } = this.scope
    return joinedWords(before?.part, item.part).map(([first, second]) => builder.joined(first, second))
  }

  private orders(parts: Syntax[], names: readonly string[]): Node {
    if (parts.length > mostUnordered) {
      this.fail('pattern-too-large', 1, `at most ${mostUnordered} parts joined by "&" inside a longer pattern or a set`)
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

  private lookUp(syntax: { name: string; column: number }, names: readonly string[]): CompiledSet {
    const { name, column } = syntax
    if (names.includes(name)) {
      this.fail('cyclic-name', column, `a set that does not refer back to itself (@${[...names, name].join(' → @')})`)
    }
    if (names.length >= deepestPattern) this.fail('pattern-too-deep', column, `at most ${deepestPattern} nested names`)
    const known = this.byName.get(name)
    if (known) return known
    const patterns = Object.hasOwn(this.synonyms, name) ? this.synonyms[name] : undefined
    if (patterns === undefined) {
      const names = Object.keys(this.synonyms).map((each) => `@${each}`)
      const choice = names.length === 0 ? 'there are none' : `there are ${names.slice(0, 12).join(', ')}`
      this.fail('unknown-name', column, `the name of a synonym set, but found @${name} (${choice})`)
    }
    if (patterns.length === 0) this.fail('empty-says', column, `at least one pattern in @${name}`)
    const signature = signSet(name, this.synonyms)
    const set = this.vocabulary.sets.get(signature) ?? this.compileSet(patterns, [...names, name])
    this.vocabulary.sets.set(signature, set)
    this.byName.set(name, set)
    return set
  }

  private compileSet(patterns: readonly string[], names: readonly string[]): CompiledSet {
    const outer = this.scope
    const scope = this.openScope(startUses())
    this.scope = scope
    const parsed = patterns.map((pattern, i) => parsePattern(pattern, `@${names.at(-1)}[${i}]`, this.vocabulary.plain))
    const parts = parsed.map((syntax) => this.node(syntax, names))
    const empty = parsed.some((syntax) => this.canBeEmpty(syntax, names))
    this.scope = outer
    return gatherSet(this.vocabulary, parts, { ...scope, empty })
  }

  private count(): void {
    if (++this.scope.size > largestPattern) {
      this.fail('pattern-too-large', 1, `at most ${largestPattern} parts in one pattern or one set`)
    }
  }

  private fail(code: RubricErrorCode, column: number, expected: string): never {
    throw new RubricError({ code, path: this.path, pattern: this.pattern, column, expected })
  }
}

function permutations<T>(parts: readonly T[]): T[][] {
  if (parts.length <= 1) return [[...parts]]
  return parts.flatMap((part, i) => permutations(parts.filter((_, j) => j !== i)).map((rest) => [part, ...rest]))
}
