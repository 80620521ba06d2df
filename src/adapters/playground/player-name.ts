import { randomInt } from 'node:crypto'
import { teamKey } from '../../domain/team-name.ts'
import { playground } from '../../messages/site/playground.ts'

const mostGraphemes = 40
/** A grapheme can contain hundreds of combining marks, but the name must fit in a cookie of 4 KB. */
const mostCodeUnits = 400

/** Matches a visible character. A joiner, variation selector or combining mark alone isn't visible. */
const graphic = /[\p{L}\p{N}\p{P}\p{S}]/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Returns a typed name as others will see it. It is trimmed to 40 graphemes, without control, invisible and
 * direction-changing characters. Joiners and variation selectors are kept, because emoji use them. Returns undefined
 * for the bot's name, or if nothing visible is left.
 */
export function cleanPlayerName(typed: string): string | undefined {
  const { name } = cut(typed)
  return graphic.test(name) && teamKey(name) !== teamKey(playground.bot) ? name : undefined
}

/** Reads a name that a person chose. A name that is too long is refused rather than cut. */
export function readPlayerName(typed: string): { name: string } | { problem: string } {
  const { nameTooLong, nameUnseen, nameOfBot } = playground.refusals
  const { name, isCut } = cut(typed)
  if (!graphic.test(name)) return { problem: nameUnseen }
  if (teamKey(name) === teamKey(playground.bot)) return { problem: nameOfBot }
  return isCut ? { problem: nameTooLong(mostGraphemes) } : { name }
}

function cut(typed: string): { name: string; isCut: boolean } {
  const visible = typed
    .slice(0, 10 * mostCodeUnits)
    .toWellFormed()
    .normalize('NFC')
    .replace(
      /(?!\u200C|\u200D|\uFE0F)[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/gu,
      ' ',
    )
    .replace(/\s+/gu, ' ')
    .trim()
  let name = ''
  let count = 0
  for (const { segment } of graphemes.segment(visible)) {
    if (count === mostGraphemes || name.length + segment.length > mostCodeUnits) break
    name += segment
    count += 1
  }
  return { name: name.trim(), isCut: name.length < visible.length }
}

export function newPlayerName(): string {
  const { firstNames, lastNames } = playground
  return `${firstNames[randomInt(firstNames.length)]} ${lastNames[randomInt(lastNames.length)]}`
}

export function initials(name: string): string {
  const [first, second] = name.split(' ')
  return [first, second].map((word) => firstGrapheme(word ?? '')).join('')
}

function firstGrapheme(word: string): string {
  const [first] = graphemes.segment(word)
  return first?.segment.toLocaleUpperCase('en') ?? ''
}
