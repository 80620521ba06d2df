import { pages } from '../../messages/site/pages.ts'
import { sourceUrl, tour, tourLead, tourTitle } from '../../messages/site/tour.ts'
import { type Html, html } from '../html/html.ts'
import { sitePage } from './site-page.ts'

/** The tour of this app's use of Heroku, each stop with the files that show it. */
export function tourPage(): Html {
  const stops = tour.map(
    ({ topic, title, what, shown, not }) => html`<section id="${topic}">
<h2>${title}</h2>
<p>${what}</p>
${
  shown.length > 0 &&
  html`<ul>${shown.map(({ file, text }) => html`<li><a href="${new URL(file, sourceUrl).href}"><code>${file}</code></a>: <code>${text}</code></li>`)}</ul>`
}${not !== undefined && html`<p class="fine">${not}</p>`}
</section>\n`,
  )
  return sitePage(
    `${tourTitle} · ${pages.product}`,
    html`<h1>${tourTitle}</h1>\n<p class="lead">${tourLead}</p>\n${stops}`,
    tourLead,
  )
}
