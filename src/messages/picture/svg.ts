/** Safe SVG markup. Only `svg` creates it; all other values are escaped as text. */
export type Svg = { readonly markup: string }

type Value = Svg | string | number | readonly Svg[] | undefined | false

/** Builds a piece of a drawing. Escapes values that aren't markup, for both text and attributes. */
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

/** Removes control characters and lone surrogates, which XML doesn't allow even as escapes. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}
