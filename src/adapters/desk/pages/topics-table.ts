import { csvRow } from '../../../domain/csv-row.ts'
import type { TopicFigures } from '../../../domain/memory/topic-figures.ts'
import { figures } from '../../../messages/desk/figures.ts'
import { type Html, html } from '../../html/html.ts'
import type { Download } from '../room.ts'

export function topicsTable(topics: readonly TopicFigures[]): Html {
  const { columns, topics: words } = figures
  return html`<h2 id="topics">${words.title}</h2>
<p class="lead">${words.lead}</p>
<nav class="row-buttons" aria-label="${words.title}"><a class="button small" href="${roundsCsv.path}">${words.csv}</a></nav>
<div class="scroll" tabindex="0" role="region" aria-labelledby="topics"><table class="listing">
<caption class="unseen">${words.title}</caption>
<thead><tr><th scope="col">${words.topic}</th><th scope="col" class="count">${columns.asked}</th><th scope="col" class="count">${columns.answered}</th><th scope="col" class="count">${columns.correct}</th><th scope="col" class="count">${words.today}</th></tr></thead>
<tbody>${topics.map(
    ({ topic, asked, answered, correct, expected }) =>
      html`<tr><th scope="row">${topic}</th><td class="count">${asked}</td><td class="count">${answered}</td><td class="count">${percent(correct / answered)}</td><td class="count">${percent(expected)}</td></tr>\n`,
  )}</tbody></table></div>`
}

export const roundsCsv: Download = {
  path: '/desk/rounds.csv',
  name: 'rounds.csv',
  async body(desk, { visit }) {
    const rows = (await desk.rounds(visit)).map(
      ({ date, channel, topic, difficulty, questionId, answered, correct }) => [
        ...[date, channel, topic, difficulty, questionId, answered, correct],
      ],
    )
    return [Object.values(figures.rounds), ...rows].map(csvRow).join('')
  },
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`
}
