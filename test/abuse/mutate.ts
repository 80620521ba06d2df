import type { Chance } from '../kit/services/seeded.ts'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** Values that no chat sends, but that an attacker might. */
const odd: [Json, ...Json[]] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' ',
  '\0',
  '\u202etxt\u2066',
  '\ud800',
  'x'.repeat(5000),
  '../../etc/passwd',
  "'; drop table answers; --",
  '<script>alert(1)</script>',
  '<!channel> @everyone',
  '99999999999999999999',
  'answer:999999999999999',
  [],
  {},
  [[[[[[]]]]]],
  { __proto__: null, constructor: { prototype: { admin: true } } },
]

/** Returns the document with one to three values changed, removed, duplicated or moved. */
export function mutate(document: Json, chance: Chance): Json {
  let changed = structuredClone(document)
  for (let left = chance.between(1, 3); left > 0; left--) changed = change(changed, chance)
  return changed
}

function change(value: Json, chance: Chance): Json {
  if (typeof value !== 'object' || value === null || chance.next() < 0.1) return chance.of(odd)
  const keys = Object.keys(value)
  const key = keys[chance.between(0, Math.max(0, keys.length - 1))]
  if (key === undefined) return chance.of(odd)
  const holder = value as { [key: string]: Json }
  const inner = holder[key] ?? null
  const roll = chance.next()
  if (roll < 0.15) delete holder[key]
  else if (roll < 0.2) holder[`${key}s`] = inner
  else if (roll < 0.3) holder[key] = [inner, inner]
  else holder[key] = change(inner, chance)
  return value
}

export function corrupt(text: string, chance: Chance): string {
  const bytes = Buffer.from(text)
  for (let left = chance.between(1, 4); left > 0 && bytes.length > 0; left--) {
    bytes[chance.between(0, bytes.length - 1)] = chance.between(0, 255)
  }
  return chance.next() < 0.2
    ? bytes.toString('latin1').slice(0, chance.between(0, text.length))
    : bytes.toString('latin1')
}
