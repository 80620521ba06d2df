import { randomInt } from 'node:crypto'
import { teamKey } from '../../domain/team-name.ts'
import { playground } from '../../messages/site/playground.ts'

const mostGraphemes = 40
/** A grapheme can consist of hundreds of marks; a name must also fit in a cookie of 4 KB. */
const mostCodeUnits = 400

/** Something visible: a joiner, a variation selector or a combining mark alone isn't. */
const graphic = /[\p{L}\p{N}\p{P}\p{S}]/u

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A typed name as others will see it: trimmed, at most 40 graphemes, without control, invisible or direction-changing
 * characters (joiners and variation selectors stay, because emoji use them). Undefined if that leaves nothing visible,
 * or the bot's name.
 */
export function cleanPlayerName(typed: string): string | undefined {
  const { name } = cut(typed)
  return graphic.test(name) && teamKey(name) !== teamKey(playground.bot) ? name : undefined
}

/** A name that somebody chose: nothing is cut off silently. */
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

/** A friendly name for somebody new. */
export function newPlayerName(): string {
  const { firstNames, lastNames } = playground
  return `${firstNames[randomInt(firstNames.length)]} ${lastNames[randomInt(lastNames.length)]}`
}

/** One or two graphemes that stand for a name in a small circle. */
export function initials(name: string): string {
  const [first, second] = name.split(' ')
  return [first, second].map((word) => firstGrapheme(word ?? '')).join('')
}

function firstGrapheme(word: string): string {
  const [first] = graphemes.segment(word)
  return first?.segment.toLocaleUpperCase('en') ?? ''
}
