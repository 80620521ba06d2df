import { visible } from '../../domain/visible.ts'

/** Escaped HTML. Only the `html` tag creates it, so a plain string can't be used as markup by mistake. */
export class Html {
  readonly #markup: string

  constructor(markup: string) {
    this.#markup = markup
  }

  toString(): string {
    return this.#markup
  }
}

/** The value of a placeholder. `false`, `null` and `undefined` render nothing. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Renders a template, and escapes every value for text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...holes: Piece[]): Html {
  return new Html(String.raw({ raw: parts }, ...holes.map(markupOf)))
}

function markupOf(piece: Piece): string {
  if (piece instanceof Html) return piece.toString()
  if (piece === false || piece === null || piece === undefined) return ''
  if (typeof piece === 'object') return piece.map(markupOf).join('')
  return visible(String(piece)).replace(/[&<>"']/g, (letter) => entities[letter] ?? letter)
}
