import type { Syntax } from './pattern.ts'

type Name = Extract<Syntax, { kind: 'name' }>

/**
 * Returns a function that checks whether a part matches empty text. `isSetEmpty` checks this for a set. `names` are the
 * sets that contain it, from the outermost one.
 */
export function emptiness(
  isSetEmpty: (name: Name, names: readonly string[]) => boolean,
): (syntax: Syntax, names: readonly string[]) => boolean {
  const found = new Map<Syntax, boolean>()

  function canBeEmpty(syntax: Syntax, names: readonly string[]): boolean {
    const known = found.get(syntax)
    if (known !== undefined) return known
    const empty = findEmpty(syntax, names)
    found.set(syntax, empty)
    return empty
  }

  function findEmpty(syntax: Syntax, names: readonly string[]): boolean {
    if (syntax.kind === 'row') return syntax.items.every((item) => item.optional || canBeEmpty(item.part, names))
    if (syntax.kind === 'any') return syntax.of.some((part) => canBeEmpty(part, names))
    if (syntax.kind === 'all') return syntax.of.every((part) => canBeEmpty(part, names))
    if (syntax.kind === 'anyway') return canBeEmpty(syntax.part, names)
    return syntax.kind === 'name' && isSetEmpty(syntax, names)
  }

  return canBeEmpty
}
