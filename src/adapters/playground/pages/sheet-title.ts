import { type Html, html } from '../../html/html.ts'

/** In a dialog a form is part of the page; without scripts it is the whole page. */
export type Level = 1 | 2

export function sheetTitle(title: string, level: Level): Html {
  return level === 1 ? html`<h1 id="sheet-title">${title}</h1>` : html`<h2 id="sheet-title">${title}</h2>`
}
