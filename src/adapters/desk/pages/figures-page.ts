import { csvRow } from '../../../domain/csv-row.ts'
import { figures } from '../../../messages/desk/figures.ts'
import { plain, prose } from '../../../messages/rich.ts'
import { type FigureSpan, figureSpans, type QuestionFigures } from '../../../ports/desk/figures.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Download, Page, Scene } from '../room.ts'
import { topicsTable } from './topics-table.ts'
import { weekChart } from './week-chart.ts'

const sorts = {
  asked: (one: QuestionFigures) => one.asked,
  answered: (one: QuestionFigures) => one.answered,
  correct: (one: QuestionFigures) => -share(one),
  disputes: (one: QuestionFigures) => one.disputes,
  // Questions with the lowest discrimination come first, and questions without a figure come last.
  tells: (one: QuestionFigures) => -(one.discrimination ?? 2),
}
type Sort = keyof typeof sorts

export const figuresPage: Page = {
  path: '/desk/figures',
  async show(desk, scene) {
    const span = spanIn(scene)
    const sort = (Object.keys(sorts) as Sort[]).find((name) => name === scene.query.sort) ?? 'answered'
    const { visit } = scene
    const [rows, topics, weeks] = await Promise.all([desk.figures(visit, span), desk.topics(visit), desk.weeks(visit)])
    const sorted = rows.toSorted((a, b) => sorts[sort](b) - sorts[sort](a))
    return {
      title: figures.title,
      content: html`<h1>${figures.title}</h1>
<p class="lead">${figures.lead}</p>
<nav class="row-buttons" aria-label="${figures.spans}">${figureSpans.map(
        (days) =>
          html`<a class="button small" href="/desk/figures?days=${days}"${days === span && html` aria-current="page"`}>${figures.span(days)}</a>\n`,
      )}<a class="button small" href="/desk/figures.csv?days=${span}">${figures.csv}</a></nav>
${sorted.length === 0 ? html`<p class="empty">${figures.empty}</p>` : table(sorted, span, sort)}
${weeks.some(({ answered }) => answered > 0) && weekChart(weeks)}
${topics.length > 0 && topicsTable(topics)}`,
    }
  },
}

export const figuresCsv: Download = {
  path: '/desk/figures.csv',
  name: 'figures.csv',
  async body(desk, scene) {
    const { columns } = figures
    const head = [
      'id',
      columns.question,
      columns.asked,
      columns.answered,
      `${columns.correct} %`,
      columns.missed,
      columns.disputes,
      columns.tells,
      columns.wrong,
    ]
    const rows = (await desk.figures(scene.visit, spanIn(scene))).map((one) => [
      ...[one.id, plain(prose(one.prompt)), one.asked, one.answered, percent(one)],
      ...[plain(prose(one.mostMissed ?? '')), one.disputes, one.discrimination?.toFixed(2) ?? ''],
      one.commonWrong?.text ?? '',
    ])
    return [head, ...rows].map(csvRow).join('')
  },
}

function spanIn({ query }: Scene): FigureSpan {
  return figureSpans.find((days) => String(days) === query.days) ?? 90
}

function share({ answered, correct }: QuestionFigures): number {
  return answered === 0 ? 0 : correct / answered
}

function percent(one: QuestionFigures): number {
  return Math.round(share(one) * 100)
}

function table(rows: readonly QuestionFigures[], span: FigureSpan, sort: Sort): Html {
  const { columns } = figures
  const head = (name: Sort) =>
    html`<th scope="col" class="count"${name === sort && html` aria-sort="descending"`}><a href="/desk/figures?days=${span}&sort=${name}" aria-label="${figures.sortBy(columns[name])}">${columns[name]}</a></th>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${figures.title}"><table class="listing">
<caption class="unseen">${figures.title}, ${figures.span(span)}</caption>
<thead><tr><th scope="col">${columns.question}</th>${head('asked')}${head('answered')}${head('correct')}<th scope="col">${columns.missed}</th><th scope="col">${columns.wrong}</th>${head('disputes')}${head('tells')}</tr></thead>
<tbody>${rows.map(
    (
      one,
    ) => html`<tr><th scope="row">${richHtml(prose(one.prompt), () => '')}</th><td class="count">${one.asked}</td><td class="count">${one.answered}</td>
<td class="count">${percent(one)}%</td><td>${richHtml(prose(one.mostMissed ?? figures.nobody), () => '')}</td><td>${one.commonWrong ? figures.wrong(one.commonWrong.text, one.commonWrong.people) : figures.noWrong}</td><td class="count">${one.disputes}</td><td class="count">${one.discrimination?.toFixed(1) ?? figures.unknown}</td></tr>\n`,
  )}</tbody></table></div>
<p class="fine">${figures.wrongHint}</p>
<p class="fine">${figures.tellsHint}</p>`
}
