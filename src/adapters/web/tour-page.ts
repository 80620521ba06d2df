import { pages } from '../../messages/site/pages.ts'
import { sourceUrl, tourLead, tourTitle } from '../../messages/site/tour.ts'
import { tour } from '../../messages/site/tour-stops.ts'
import { type Html, html } from '../html/html.ts'
import { sitePage } from './site-page.ts'

export function tourPage(playground: boolean): Html {
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
    html`<article class="tour">
<h1>${tourTitle}</h1>
<p class="lead">${tourLead}</p>
${playground && html`<p><a class="button primary" href="/play">${pages.front.play}</a></p>`}
<nav aria-label="${pages.tour.topics}"><ul class="tour-topics">${tour.map(({ topic, title }) => html`<li><a href="#${topic}">${title}</a></li>\n`)}</ul></nav>
${stops}</article>`,
    tourLead,
  )
}
