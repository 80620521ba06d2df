import { type Html, html } from '../../html/html.ts'

/** A form is a part of the page in a dialog, and the whole of it where no script runs. */
export type Level = 1 | 2

export function sheetTitle(title: string, level: Level): Html {
  return level === 1 ? html`<h1 id="sheet-title">${title}</h1>` : html`<h2 id="sheet-title">${title}</h2>`
}
