import { nearLabel } from '../rubric/idea-name.ts'
import type { RubricPoint } from '../rubric/rubric.ts'
import { stem } from '../rubric/spelling/stem.ts'
import type { Idea } from './read-ideas.ts'
import type { Thesaurus } from './thesaurus.ts'

/** The weights of ideas in a draft. A plain word of the model answer has the weight 1. */
export const weights = {
  /** Names of things (bulb B, terminal 2) appear in wrong answers as often as in correct ones. */
  label: 0.5,
  /** A negated idea is usually the main point of its sentence, so it has more weight. */
  negated: 1.5,
  /** The question's own words: only repeating them isn't an answer. */
  asked: 0.3,
  /** The share of a word's weight for a word with nearly the same meaning. */
  near: 0.5,
  /** The share of the smaller weight for two adjacent ideas, as in the model answer. */
  pair: 0.5,
}

/** The words of `@denied` in a draft. A pattern for a negated idea requires one of them. */
export const deniedBy = ['not', 'no', 'never', 'without', 'nor', 'nothing', 'none', 'neither']

export function ideaWeight(idea: Idea): number {
  return (idea.kind === 'word' ? 1 : idea.kind === 'label' ? weights.label : 1) * (idea.negated ? weights.negated : 1)
}

/** The words for an idea: the word itself with its derivations, similar words, and opposites. */
export function ideaWords(idea: Idea, thesaurus: Thesaurus): { same: string[]; near: string[]; opposite: string[] } {
  const text = idea.text.toLowerCase()
  if (idea.kind !== 'word') return { same: [text], near: [], opposite: [] }
  const { derived, near, opposite } = thesaurus(text)
  const same = oneOfEachStem([text, ...derived])
  return { same, near: oneOfEachStem([...same, ...near]).slice(same.length), opposite }
}

/**
 * The points for one idea. If it has similar words, half of the weight is for the word itself and half for any of them.
 */
export function ideaPoints(idea: Idea, asked: boolean, id: string, thesaurus: Thesaurus): RubricPoint[] {
  const { same, near, opposite } = ideaWords(idea, thesaurus)
  const weight = ideaWeight(idea) * (asked ? weights.asked : 1)
  const label = idea.negated ? `not ${idea.text}` : idea.text
  const [says, denies] = idea.negated ? [anyDenied, anyOf] : [anyOf, anyDenied]
  const itself = says(same)
  const others = [...says(near), ...denies(opposite)]
  if (asked || others.length === 0) return [{ id, label, weight: rounded(weight), says: itself }]
  return [
    { id, label, weight: rounded(weight * (1 - weights.near)), says: itself },
    {
      id: `${id}-or-near`,
      label: nearLabel(label),
      weight: rounded(weight * weights.near),
      says: [...itself, ...others],
    },
  ]
}

// The language allows 500 characters, but shorter lines are easier to read.
const longestAlternatives = 90

/** One pattern for many words, or several if one would be too long to read. */
function anyOf(words: readonly string[]): string[] {
  const patterns: string[] = []
  for (const word of words) {
    const last = patterns.at(-1)
    if (last === undefined || last.length + word.length > longestAlternatives) patterns.push(word)
    else patterns[patterns.length - 1] = `${last}|${word}`
  }
  return patterns
}

function anyDenied(words: readonly string[]): string[] {
  return anyOf(words).map((pattern) => `@denied ... ${pattern.includes('|') ? `(${pattern})` : pattern}`)
}

export function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000
}

function oneOfEachStem(words: readonly string[]): string[] {
  const seen = new Set<string>()
  return words.filter((word) => {
    const base = word.split(' ').map(stem).join(' ')
    return !seen.has(base) && seen.add(base)
  })
}
