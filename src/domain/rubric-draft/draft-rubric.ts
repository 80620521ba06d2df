import type { Misconception, Rubric, RubricPoint, Synonyms, Way } from '../rubric/rubric.ts'
import { countAsks } from './count-asks.ts'
import { deniedBy, ideaPoints, rounded } from './idea-points.ts'
import { neededShare, neededWeight } from './needed-share.ts'
import { oppositesOf, warningWords } from './opposites.ts'
import { isPair, pairPoint } from './pair-point.ts'
import { polarityPoint } from './polarity-point.ts'
import { type Idea, readIdeas } from './read-ideas.ts'
import { splitReference } from './split-reference.ts'
import { noThesaurus, type Thesaurus } from './thesaurus.ts'

export type DraftedRubric = { rubric: Rubric /** What its `@names` stand for. */; synonyms: Synonyms }

type ToDraft = {
  question: string
  references: readonly string[]
  /**
   * What a player reads after stating the opposite of what a model answer denies. Without it, the rubric has no
   * misconceptions. Only for English, because denials are found by its rules.
   */
  tell?: string | undefined
}

/**
 * Drafts a rubric for an author to edit. It has a point for each idea in the model answers and for each adjacent pair,
 * a way for each model answer, and a misconception for the opposite of each denial. It has no points if the model
 * answers contain no content words.
 */
export function draftRubric(
  { question, references, tell }: ToDraft,
  thesaurus: Thesaurus = noThesaurus,
): DraftedRubric {
  const asked = new Set(readIdeas(question).map((idea) => idea.key.replace(/^not /, '')))
  const whole = [...new Set(references.map((reference) => reference.trim()))].filter(
    (text) => readIdeas(text).length > 0,
  )
  const share = neededShare(Math.max(1, whole.length), countAsks(question))
  const points = new PointList(asked, thesaurus)
  const ways = whole.flatMap(splitReference).map(({ text, worth }): Way => {
    const own = points.addAll(text)
    const weight = own.reduce((sum, point) => sum + (point.weight ?? 1), 0)
    return { points: own.map((point) => point.id), full: rounded((neededWeight(weight) * share) / worth) }
  })
  const [only] = ways
  const full = ways.length === 1 ? only?.full : undefined
  const mistakes = tell === undefined ? [] : points.mistakes(whole, tell)
  return {
    rubric: {
      draft: true,
      ...(full === undefined ? { points: points.all, ways } : { full, points: points.all }),
      ...(mistakes.length > 0 ? { misconceptions: mistakes } : {}),
    },
    synonyms: { denied: deniedBy, ...(mistakes.length > 0 ? { warnings: warningWords } : {}) },
  }
}

class PointList {
  readonly all: RubricPoint[] = []
  private readonly byKey = new Map<string, RubricPoint[]>()
  private readonly ids = new Set<string>()
  private readonly asked: ReadonlySet<string>
  private readonly thesaurus: Thesaurus

  constructor(asked: ReadonlySet<string>, thesaurus: Thesaurus) {
    this.asked = asked
    this.thesaurus = thesaurus
  }

  /** Adds the points for a text and returns their ids without duplicates. */
  addAll(text: string): RubricPoint[] {
    const ideas = readIdeas(text)
    const made = ideas.flatMap((idea) => this.once(idea.key, () => this.ideaPoints(idea)))
    const pairs = ideas.slice(1).flatMap((second, i) => this.pairPoints(ideas[i], second))
    return [...new Set([...made, ...pairs, ...this.polarityPoints(text)])]
  }

  /** Leaves out opposites that another model answer states. */
  mistakes(references: readonly string[], tell: string): Misconception[] {
    const stated = new Set(references.flatMap(readIdeas).map(({ key }) => `not ${key}`))
    const opposites = references
      .flatMap(oppositesOf)
      .filter((one) => references.length === 1 || !one.denied.some((key) => stated.has(key)))
    return opposites.map(({ pattern, denied, conditional }) => {
      const unless = denied.flatMap((key) => this.byKey.get(key)?.map(({ id }) => id) ?? [])
      const id = this.newId(`opposite-of-${unless[0]}`)
      return { id, says: [pattern], ...(conditional ? {} : { not: ['@warnings'] }), unless, tell }
    })
  }

  private ideaPoints(idea: Idea): RubricPoint[] {
    const id = this.newId(idea.negated ? `not-${idea.text}` : idea.text)
    return ideaPoints(idea, this.isAsked(idea), id, this.thesaurus)
  }

  private pairPoints(first: Idea | undefined, second: Idea): RubricPoint[] {
    if (first === undefined || !isPair(first, second)) return []
    return this.once(`${first.key}, ${second.key}`, () => {
      const asked = this.isAsked(first) && this.isAsked(second)
      return [pairPoint(first, second, asked, this.newId(`${first.text}-${second.text}`), this.thesaurus)]
    })
  }

  private polarityPoints(text: string): RubricPoint[] {
    const point = polarityPoint(text)
    return point === undefined ? [] : this.once(point.id, () => [point])
  }

  private once(key: string, make: () => RubricPoint[]): RubricPoint[] {
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const made = make()
    this.byKey.set(key, made)
    this.all.push(...made)
    return made
  }

  private isAsked(idea: Idea): boolean {
    return this.asked.has(idea.key.replace(/^not /, ''))
  }

  private newId(text: string): string {
    const plain = text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
    const base = plain === '' ? 'idea' : plain
    let id = base
    for (let n = 2; this.ids.has(id); n++) id = `${base}-${n}`
    this.ids.add(id)
    return id
  }
}
