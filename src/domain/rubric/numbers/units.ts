import { editDistance, forgivenEdits } from '../spelling/misspelling.ts'
import type { Token } from '../text/token.ts'

/** The dimension of a number: `s` seconds, `mo` months, `B` bytes, `$`, `%`, `x` times. */
export type Dimension = 's' | 'mo' | 'B' | '$' | '%' | 'x'

export type Unit = {
  dimension: Dimension
  size: number
  /** For bytes: the size if a kilobyte has 1000 bytes instead of 1024. */
  decimal?: number
}

const kilo = 1024

const spelled: [Dimension, number, string][] = [
  ['s', 0.001, 'ms msec msecs millisecond milliseconds millis'],
  ['s', 1, 's sec secs second seconds'],
  ['s', 60, 'm min mins minute minutes'],
  ['s', 3600, 'h hr hrs hour hours'],
  ['s', 86_400, 'd day days'],
  ['s', 604_800, 'w wk week weeks'],
  ['mo', 1, 'mo month months'],
  ['mo', 12, 'y yr yrs year years'],
  ['B', 1, 'byte bytes'],
  ['B', kilo, 'kb kib kilobyte kilobytes'],
  ['B', kilo ** 2, 'mb mib meg megs megabyte megabytes'],
  ['B', kilo ** 3, 'gb gib gig gigs gigabyte gigabytes g'],
  ['B', kilo ** 4, 'tb tib terabyte terabytes'],
  ['$', 1, 'dollar dollars usd buck bucks'],
  ['$', 0.01, 'cent cents'],
  ['%', 1, '% percent percentage pct'],
  ['x', 1, 'x × times'],
]

const units: ReadonlyMap<string, Unit> = new Map(
  spelled.flatMap(([dimension, size, names]) => {
    const unit = dimension === 'B' ? { dimension, size, decimal: 1000 ** (Math.log2(size) / 10) } : { dimension, size }
    return names.split(' ').map((name): [string, Unit] => [name, unit])
  }),
)

/** The unit of a word. For a misspelled one ("mintues"), `readAs` is the correct spelling. */
export function unitOf(token: Token | undefined): (Unit & { readAs?: string }) | undefined {
  if (token === undefined) return undefined
  const unit = units.get(token.text)
  if (unit !== undefined || token.word.real || token.code || token.text.length < 4) return unit
  for (const [name, meant] of units) {
    const most = forgivenEdits(name.length)
    if (most > 0 && name[0] === token.text[0] && editDistance(token.text, name, most) <= most)
      return { ...meant, readAs: name }
  }
  return undefined
}
