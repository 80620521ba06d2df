import { pages } from '../../messages/site/pages.ts'
import { type Html, html } from '../html/html.ts'
import { sitePage } from './site-page.ts'

/** Where one can go from the front page; what is not there is not offered. */
export type Doors = { slackInstall?: string; discordInstall?: string; playground: boolean; tour: boolean }

/** What this is, and how to have it. */
export function frontPage(doors: Doors): Html {
  const { front } = pages
  const links = [
    doors.playground && html`<a class="button primary" href="/play">${front.play}</a>`,
    doors.slackInstall && html`<a class="button" href="${doors.slackInstall}">${front.slack}</a>`,
    doors.discordInstall && html`<a class="button" href="${doors.discordInstall}">${front.discord}</a>`,
  ].filter((link) => link)
  return sitePage(
    front.title,
    html`<section class="hero">
<div class="hero-words">
<h1>${front.headline}</h1>
<p class="lead">${front.lead}</p>
<p class="doors">${links.length > 0 ? links : front.soon}</p>
${doors.tour && html`<p><a href="/tour">${front.tour}</a></p>`}
</div>
${example()}
</section>
<section class="steps" aria-labelledby="steps">
<h2 id="steps">${front.stepsTitle}</h2>
<ol>
${front.steps.map(([title, text]) => html`<li><h3>${title}</h3><p>${text}</p></li>\n`)}</ol>
</section>`,
  )
}

function example(): Html {
  const { example: words } = pages.front
  return html`<figure class="example" aria-label="${words.label}">
<div class="example-card">
<p class="example-kicker"><strong>${words.heading}</strong> ${words.topic}</p>
<p class="example-prompt">${words.prompt}</p>
</div>
<p class="example-answer">${words.answer}</p>
<div class="example-card example-grade">
<p class="example-verdict">${words.verdict}</p>
<ul>${words.found.map((idea) => html`<li>${idea}</li>`)}</ul>
</div>
</figure>`
}
