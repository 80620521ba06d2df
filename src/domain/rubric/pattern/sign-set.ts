import type { Synonyms } from '../rubric.ts'

/** Returns a text with the content of a set, including the sets that its patterns use. Equal sets have equal texts. */
export function signSet(name: string, synonyms: Synonyms): string {
  const seen = new Set<string>()
  const visit = (each: string): void => {
    if (seen.has(each) || !Object.hasOwn(synonyms, each)) return
    seen.add(each)
    for (const pattern of synonyms[each] ?? [])
      for (const [, other = ''] of pattern.matchAll(/@([\p{L}\p{N}_-]+)/gu)) visit(other)
  }
  visit(name)
  return JSON.stringify([...seen].map((each) => [each, synonyms[each]]))
}
