import { type Html, html } from '../../html/html.ts'

/** The heading level of a form, which is 2 in a dialog and 1 on a separate page. */
export type Level = 1 | 2

export function sheetTitle(title: string, level: Level): Html {
  return level === 1 ? html`<h1 id="sheet-title">${title}</h1>` : html`<h2 id="sheet-title">${title}</h2>`
}
