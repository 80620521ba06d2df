/** Markup that may be used in a drawing as it is. Only `svg` creates it, so every other value becomes text. */
export type Svg = { readonly markup: string }

type Value = Svg | string | number | readonly Svg[] | undefined | false

/** A piece of a drawing: values that aren't markup are escaped, for text and for attributes alike. */
export function svg(pieces: TemplateStringsArray, ...values: Value[]): Svg {
  return { markup: String.raw({ raw: pieces }, ...values.map(markup)) }
}

function markup(value: Value): string {
  if (value === undefined || value === false) return ''
  if (typeof value === 'number') return String(Math.round(value * 100) / 100)
  if (typeof value === 'string') return escaped(value)
  if ('markup' in value) return value.markup
  return value.map((one) => one.markup).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** XML allows no control characters, however they are written; half a surrogate pair isn't a character at all. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
