import type { RubricPoint } from '../rubric/rubric.ts'
import { ideaWeight, ideaWords, rounded, weights } from './idea-points.ts'
import type { Idea } from './read-ideas.ts'
import type { Thesaurus } from './thesaurus.ts'

// A pattern may have 500 characters, and most derived words share the word's stem.
const mostForms = 6

/**
 * Whether two ideas are neighbors in one sentence. Negated ideas may have their words in any order ("no closed path",
 * "the path is not closed").
 */
export function isPair(first: Idea, second: Idea): boolean {
  return first.sentence === second.sentence && first.key !== second.key && !first.negated && !second.negated
}

export function pairPoint(first: Idea, second: Idea, asked: boolean, id: string, thesaurus: Thesaurus): RubricPoint {
  const forms = (idea: Idea): string => {
    const words = ideaWords(idea, thesaurus).same.slice(0, mostForms)
    return words.length === 1 ? words.join('') : `(${words.join('|')})`
  }
  const weight = Math.min(ideaWeight(first), ideaWeight(second)) * weights.pair * (asked ? weights.asked : 1)
  return {
    id,
    label: `${first.text} ${second.text}`,
    weight: rounded(weight),
    says: [`${forms(first)} ${forms(second)}`],
  }
}
