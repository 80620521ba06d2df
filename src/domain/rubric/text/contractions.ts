const beforeNot = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
  ['ai', 'is'],
])

const denied = 'do does did is are was were has have had could should would must need might can will'.split(' ')

// Common typos of contractions that no spelling rule covers.
const typed = Object.entries({
  do: 'dnt dunt dont',
  does: 'dsnt duznt doesn',
  did: 'dint didn',
  is: 'aint isn isint',
  are: 'arnt aren',
  was: 'wasn',
  were: 'weren',
  has: 'hasn',
  have: 'havn haven',
  can: 'cant cantt',
  will: 'wont willnt',
  could: 'cudnt coudnt cudnt couldn',
  should: 'shudnt shoudnt shouldn',
  would: 'wudnt woudnt wouldn',
})

const withoutApostrophe = new Map<string, string[]>([
  ['nto', ['not']],
  ['nt', ['not']],
  ['nott', ['not']],
  ['nuthin', ['nothing']],
  ['noone', ['no', 'one']],
  ['whitout', ['without']],
  ...denied.flatMap((word): [string, string[]][] => [
    [`${word}nt`, [word, 'not']],
    [`${word}not`, [word, 'not']],
  ]),
  ...typed.flatMap(([word, forms]) => forms.split(' ').map((form): [string, string[]] => [form, [word, 'not']])),
  ['thats', ['that', 'is']],
  ['whats', ['what', 'is']],
  ['theres', ['there', 'is']],
  ['youre', ['you', 'are']],
  ['theyre', ['they', 'are']],
])

// After these words, 's means "is". After any other word it is a possessive, so "heroku's" is read as heroku.
const takesIs = new Set(
  'it that there this what who where when how why he she here everything something nothing'.split(' '),
)

const takesClitic = new Set([...takesIs, ...'i you we they'.split(' ')])

const endings: [string, string][] = [
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'d", 'would'],
]

const typedMark = /^(?:[`;",.:-]|\\?')(?:t|s|re|ve|ll|m|d)(?![\p{L}\p{N}])/u

/**
 * How many characters continue a word as a contraction with another character in place of the apostrophe: don;t, isn`t,
 * it`s. Returns 0 if there are none.
 */
export function typedContraction(lower: string, from: number, at: number): number {
  const match = typedMark.exec(lower.slice(at, at + 5))
  if (match === null) return 0
  const ending = match[0].replace(/^[^a-z]+/, '')
  const head = lower.slice(from, at)
  const known = ending === 't' ? withoutApostrophe.has(`${head}t`) : lower[at] === '`' && takesClitic.has(head)
  return known ? match[0].length : 0
}

/** The words of a contraction: doesn't is does and not. Other words are returned unchanged. */
export function openContraction(word: string): string[] {
  const plain = withoutApostrophe.get(word)
  if (plain !== undefined) return plain
  if (!word.includes("'")) return [word]
  // Covers do'nt and isnt't.
  const bare = withoutApostrophe.get(word.replaceAll("'", '').replace(/ntt$/, 'nt'))
  if (bare !== undefined) return bare
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
