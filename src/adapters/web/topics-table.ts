import type { TopicFigures } from '../../domain/memory/topic-figures.ts'
import { archivePages } from '../../messages/site/archive.ts'
import { pages } from '../../messages/site/pages.ts'
import { type Html, html } from '../html/html.ts'

export function topicsTable(topics: readonly TopicFigures[]): Html | undefined {
  if (topics.length === 0) return undefined
  const { knows } = pages.board
  return html`<section class="knows" aria-labelledby="knows">
<h2 id="knows">${knows.title}</h2>
<p class="fine">${knows.lead}</p>
<table class="standings topics">
<caption class="unseen">${knows.title}</caption>
<thead><tr><th scope="col">${knows.topic}</th><th scope="col">${knows.asked}</th><th scope="col" class="points">${knows.today}</th></tr></thead>
<tbody>
${topics.map(({ topic, asked, expected }) => {
  const percent = Math.round(100 * expected)
  return html`<tr><th scope="row">${archivePages.topic(topic)}</th><td>${asked}</td><td class="points"><span>${percent}%</span><meter min="0" max="100" value="${percent}" aria-hidden="true"></meter></td></tr>\n`
})}</tbody>
</table>
</section>`
}
