import { stem as porter2 } from 'porter2'
import { irregularForms } from './irregular-forms.ts'
import { ownStems } from './own-stems.ts'

const plainWord = /^[a-z]+$/

/**
 * The stem that all inflections of an English word share. For example, restarts, restarting and restarted have one
 * stem, and so do ran and run. Takes a folded word in lower case. A word in another script or with digits is its own
 * stem.
 */
export function stem(word: string): string {
  const own = ownStems.get(word)
  if (own !== undefined) return own
  const base = irregularForms.get(word) ?? word
  if (base.length < 3 || !plainWord.test(base)) return base
  return ownStems.get(base) ?? porter2(oneSpelling(base))
}

/**
 * Unifies British and American spellings of a word: optimise and optimize, behaviour and behavior, centre and center.
 */
function oneSpelling(word: string): string {
  return word
    .replace(/([iy])s(e[ds]?|ing|ations?|ers?)$/, '$1z$2')
    .replace(/(?<=[a-z]{3})our(s|ed|ing|al|ably|able)?$/, 'or$1')
    .replace(/([ntb])re(s?)$/, '$1er$2')
    .replace(/(cancel|label|level|model|signal|travel|tunnel|channel)l(ed|ing)$/, '$1$2')
    .replace(/ogue(s?)$/, 'og$1')
}
