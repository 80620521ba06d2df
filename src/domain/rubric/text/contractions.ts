const beforeNot = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
])

const withoutApostrophe = new Map<string, string[]>([
  ['cannot', ['can', 'not']],
  ['cant', ['can', 'not']],
  ['wont', ['will', 'not']],
  ['thats', ['that', 'is']],
  ['whats', ['what', 'is']],
  ['theres', ['there', 'is']],
  ['youre', ['you', 'are']],
  ['theyre', ['they', 'are']],
  ...['do', 'does', 'did', 'is', 'are', 'was', 'were', 'has', 'have', 'had', 'could', 'should', 'would', 'must'].map(
    (word): [string, string[]] => [`${word}nt`, [word, 'not']],
  ),
])

// After these 's is "is"; after any other word it marks a possessive, and "heroku's" is heroku.
const takesIs = new Set(
  'it that there this what who where when how why he she here everything something nothing'.split(' '),
)

const endings: [string, string][] = [
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", 'would'],
]

/** The words that a folded word stands for: doesn't is does and not. Most words stand for themselves. */
export function openContraction(word: string): string[] {
  const plain = withoutApostrophe.get(word)
  if (plain !== undefined) return plain
  if (!word.includes("'")) return [word]
  if (word.endsWith("n't")) {
    const head = word.slice(0, -3)
    return [beforeNot.get(head) ?? head, 'not']
  }
  if (word === "let's") return ['let', 'us']
  if (word.endsWith("'s")) {
    const head = word.slice(0, -2)
    return takesIs.has(head) ? [head, 'is'] : [head]
  }
  for (const [ending, opened] of endings) {
    if (word.endsWith(ending)) return [word.slice(0, -ending.length), opened]
  }
  return [word.replaceAll("'", '')]
}
