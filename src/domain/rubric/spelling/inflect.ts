/** The regular forms of an English word: scale, scales, scaled, scaling. */
export function inflect(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return [word]
  if (word.endsWith('e')) return [word, `${word}s`, `${word}d`, `${word.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`, `${word}ing`]
  const plural = /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
  const last = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(word) ? word + word.slice(-1) : word
  return [word, plural, `${last}ed`, `${last}ing`]
}

const endings = ['s', 'es', 'd', 'ed', 'ing', 'ings', 'er', 'ers', 'ly', 'ies', 'ied']
const shortestBase = 3

/**
 * The words of which a word may be a regular form, excluding itself: "scaling" may be a form of "scale", "scal" or
 * "scaly".
 */
export function basesOf(word: string): string[] {
  return endings.flatMap((ending) => {
    const short = word.slice(0, -ending.length)
    if (!word.endsWith(ending) || short.length < shortestBase) return []
    const doubled = short.at(-1) === short.at(-2) ? [short.slice(0, -1)] : []
    return [short, `${short}e`, `${short}y`, ...doubled]
  })
}
