import { legalLinks, legalPaths } from '../../messages/site/legal.ts'
import { type Html, html } from './html.ts'

export function legalLinksHtml(): Html {
  return html`<nav class="legal-links" aria-label="${legalLinks.label}">${legalPaths.map(
    (path) => html`<a href="/${path}">${legalLinks.names[path]}</a>\n`,
  )}</nav>`
}
