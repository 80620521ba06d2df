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
  // The lowest share comes first, and questions that nobody answered come last.
  correct: (one: QuestionFigures) => -(share(one) ?? 2),
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
      ...[one.id, plain(prose(one.prompt)), one.asked, one.answered, percent(one) ?? ''],
      ...[plain(prose(one.mostMissed ?? '')), one.disputes, one.discrimination?.toFixed(2) ?? ''],
      one.commonWrong?.text ?? '',
    ])
    return [head, ...rows].map(csvRow).join('')
  },
}

function spanIn({ query }: Scene): FigureSpan {
  return figureSpans.find((days) => String(days) === query.days) ?? 90
}

function share({ answered, correct }: QuestionFigures): number | undefined {
  return answered === 0 ? undefined : correct / answered
}

function percent(one: QuestionFigures): number | undefined {
  const right = share(one)
  return right === undefined ? undefined : Math.round(right * 100)
}

function table(rows: readonly QuestionFigures[], span: FigureSpan, sort: Sort): Html {
  const { columns } = figures
  const head = (name: Sort) =>
    html`<th scope="col" class="count"${name === sort && html` aria-sort="descending"`}><a href="/desk/figures?days=${span}&sort=${name}" aria-label="${figures.sortBy(columns[name])}">${columns[name]}</a></th>`
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${figures.title}"><table class="listing">
<caption class="unseen">${figures.title}, ${figures.span(span)}</caption>
<thead><tr><th scope="col">${columns.question}</th>${head('asked')}${head('answered')}${head('correct')}<th scope="col">${columns.missed}</th><th scope="col">${columns.wrong}</th>${head('disputes')}${head('tells')}</tr></thead>
<tbody>${rows.map(row)}</tbody></table></div>
<p class="fine">${figures.wrongHint}</p>
<p class="fine">${figures.tellsHint}</p>`
}

function row(one: QuestionFigures): Html {
  const { prompt, asked, answered, mostMissed, commonWrong, disputes, discrimination } = one
  const right = percent(one)
  const answers =
    right === undefined
      ? html`<td colspan="3">${figures.unanswered(asked)}</td>`
      : html`<td class="count">${right}%</td><td>${richHtml(prose(mostMissed ?? figures.nobody), () => '')}</td><td>${commonWrong ? figures.wrong(commonWrong.text, commonWrong.people) : figures.noWrong}</td>`
  return html`<tr><th scope="row">${richHtml(prose(prompt), () => '')}</th><td class="count">${asked}</td><td class="count">${answered}</td>
${answers}<td class="count">${disputes}</td><td class="count">${discrimination?.toFixed(1) ?? figures.unknown}</td></tr>\n`
}
