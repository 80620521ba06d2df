import type { ProgressFigures } from '../../../domain/progress/progress.ts'
import { goalWords } from '../../../messages/habit/goal.ts'
import { streakWords } from '../../../messages/player.ts'
import { prose } from '../../../messages/rich.ts'
import { archivePages } from '../../../messages/site/archive.ts'
import { progressPage as words } from '../../../messages/site/progress.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import { shortDay } from '../weeks-chart.ts'
import { weekBars } from './week-bars.ts'

export function progressPage(figures: ProgressFigures): Html {
  return html`<article class="progress-page">
<h1>${words.title}</h1>
<p class="fine">${worded(words.lead(figures.workspaceName))}</p>
${facts(figures)}
${weeks(figures)}
${topics(figures)}
${coming(figures)}
</article>`
}

function facts({ streak, best, goal, weeks }: ProgressFigures): Html {
  return html`<dl class="facts">
<div><dt>${words.streak}</dt><dd>${streakWords(streak)}</dd></div>
<div><dt>${words.best}</dt><dd>${best ? words.bestWeek(best.points, shortDay(best.first)) : words.bestNone}</dd></div>
<div><dt>${words.goal}</dt><dd>${goal === undefined ? worded(words.goalNone) : goalNow(goal, weeks)}</dd></div>
</dl>`
}

function goalNow(goal: number, weeks: ProgressFigures['weeks']): string {
  const before = weeks.slice(0, -1).flatMap((week) => (week.goal && week.goal.target > 0 ? [week.goal] : []))
  const reached = before.filter(({ answered, target }) => answered >= target).length
  const now = weeks.at(-1)?.goal ?? { answered: 0, target: goal }
  return [
    `${goalWords({ goal, ...now })}.`,
    ...(before.length > 0 ? [words.goalPast(reached, before.length)] : []),
  ].join(' ')
}

function weeks({ weeks: shown, goal }: ProgressFigures): Html {
  const isEmpty = shown.every(({ points, days }) => points === 0 && days === 0)
  const last = shown.at(-1)?.first
  return html`<section aria-labelledby="weeks">
<h2 id="weeks">${words.weeksTitle}</h2>
${
  isEmpty
    ? html`<p class="empty">${words.weeksNone}</p>`
    : html`${weekBars(shown)}<table>
<caption class="unseen">${words.weeksTitle}</caption>
<thead><tr><th scope="col">${words.weekOf}</th><th scope="col">${words.points}</th><th scope="col">${words.days}</th>${
        goal !== undefined && html`<th scope="col">${words.goal}</th>`
      }</tr></thead>
<tbody>${shown.map(
        (
          week,
        ) => html`<tr><th scope="row">${shortDay(week.first)}${week.first === last && html` <span class="fine">(${words.thisWeek})</span>`}</th>
<td>${week.points}</td><td>${week.days}</td>${goal !== undefined && html`<td>${week.goal ? words.goalWeek(week.goal) : '–'}</td>`}</tr>\n`,
      )}</tbody>
</table>
<p class="fine">${words.daysNote}</p>`
}
</section>`
}

function topics({ topics: shown }: ProgressFigures): Html {
  return html`<section aria-labelledby="topics">
<h2 id="topics">${words.topicsTitle}</h2>
${
  shown.length === 0
    ? html`<p class="empty">${words.topicsNone}</p>`
    : html`<table>
<caption class="unseen">${words.topicsTitle}</caption>
<thead><tr><th scope="col">${words.topic}</th><th scope="col">${words.known}</th><th scope="col">${words.hold}</th></tr></thead>
<tbody>${shown.map(
        ({
          topic,
          questions,
          known,
          hold,
        }) => html`<tr class="hold-${hold}"><th scope="row">${archivePages.topic(topic)}</th>
<td class="known"><span>${words.knownOf(known, questions)}</span><meter min="0" max="${questions}" value="${known}" aria-hidden="true"></meter></td>
<td class="hold">${words.holds[hold]}</td></tr>\n`,
      )}</tbody>
</table>
<p class="fine">${words.topicsNote}</p>`
}
</section>`
}

function coming({ coming: shown, due }: ProgressFigures): Html {
  return html`<section aria-labelledby="coming">
<h2 id="coming">${words.comingTitle}</h2>
${due > 0 && html`<p>${words.due(due)}</p>`}
${
  shown.length === 0
    ? html`<p>${words.comingNone}</p>`
    : html`<ul class="coming">${shown.map(
        ({ prompt, question, when }) => html`<li><p>${worded(prompt)}</p>
<p class="fine">${archivePages.topic(question.topic)} · ${typeof when === 'string' ? words.when[when] : words.whenDay(shortDay(when.toISOString().slice(0, 10)))}</p></li>\n`,
      )}</ul>`
}
<p class="fine">${worded(shown.length === 0 ? words.howNew : words.how)}</p>
</section>`
}

/** Renders text with `code` in it. It contains no mentions. */
function worded(text: string): Html[] {
  return richHtml(prose(text), () => '')
}
