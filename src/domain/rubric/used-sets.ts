import type { Rubric, Synonyms } from './rubric.ts'

export function usedSets(rubric: Rubric, synonyms: Synonyms): Synonyms {
  const used: Synonyms = {}
  const visit = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/@([a-z0-9-]+)/g)) {
      const patterns = synonyms[name]
      if (!patterns || used[name]) continue
      used[name] = patterns
      patterns.forEach(visit)
    }
  }
  visit(JSON.stringify(rubric))
  return used
}
