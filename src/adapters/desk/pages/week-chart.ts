import type { WeekShare } from '../../../domain/desk/week-shares.ts'
import { figures } from '../../../messages/desk/figures.ts'
import { type Html, html } from '../../html/html.ts'

const high = 100
const wide = 24
const gap = 6

export function weekChart(weeks: readonly WeekShare[]): Html {
  const { columns, weeks: words } = figures
  const width = weeks.length * (wide + gap)
  return html`<h2 id="weeks">${words.title}</h2>
<p class="lead">${words.lead}</p>
<figure class="week-chart"><svg viewBox="0 0 ${width} ${high + 2}" role="img" aria-label="${words.alt}">
${weeks.map((week, at) => bar(week, at * (wide + gap)))}<path class="ground" d="M0 ${high + 1}H${width}"/>
</svg>
<details><summary>${words.table}</summary><div class="scroll" tabindex="0" role="region" aria-labelledby="weeks"><table class="listing">
<caption class="unseen">${words.title}</caption>
<thead><tr><th scope="col">${words.week}</th><th scope="col" class="count">${words.rounds}</th><th scope="col" class="count">${columns.answered}</th><th scope="col" class="count">${columns.correct}</th></tr></thead>
<tbody>${weeks.map(
    (week) =>
      html`<tr><th scope="row">${week.first}</th><td class="count">${week.rounds}</td><td class="count">${week.answered}</td><td class="count">${percent(week)}</td></tr>\n`,
  )}</tbody></table></div></details></figure>`
}

function bar(week: WeekShare, x: number): Html {
  const tall = week.answered === 0 ? 0 : Math.round((high * week.correct) / week.answered)
  return html`<rect x="${x}" y="${high - tall}" width="${wide}" height="${tall}" rx="2"><title>${week.first}: ${percent(week)}</title></rect>\n`
}

function percent({ answered, correct }: WeekShare): string {
  return answered === 0 ? '–' : `${Math.round((100 * correct) / answered)}%`
}
