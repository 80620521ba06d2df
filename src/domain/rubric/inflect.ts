/** The regular forms of an English word as its author may not have written them: scale, scales, scaled, scaling. */
export function inflect(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word]
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`]
  const plural = /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
  const last = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word) ? word + word.slice(-1) : word
  return [word, plural, `${last}ed`, `${last}ing`]
}

/** What a word may be a regular form of, itself left out: scaling may be of "scale" or of "scal". */
export function basesOf(word: string): string[] {
  const ending = /(?:ies|ied|es|ed|ings?|ers?|ly|s|d)$/.exec(word)?.[0]
  if (ending === undefined || word.length - ending.length < 3) return []
  const short = word.slice(0, -ending.length)
  const bases = [short, `${short}e`, `${short}y`]
  if (short.at(-1) === short.at(-2)) bases.push(short.slice(0, -1))
  if (ending === 'es' || ending === 'ers' || ending === 'ings') bases.push(word.slice(0, -1))
  return bases
}
