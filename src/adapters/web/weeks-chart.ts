import { pages } from '../../messages/site/pages.ts'
import { type Html, html } from '../html/html.ts'

export type Weeks = {
  /** The first day of each of the eight weeks, such as `2026-01-26`, oldest first. */
  days: readonly string[]
  lines: readonly { name: string; points: readonly number[] }[]
}

const width = 720
const height = 280
const inset = { left: 56, right: 28, top: 20, bottom: 52 }

const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

/** Draws points per week as lines, so that the page needs no script. Returns undefined if nobody has points. */
export function weeksChart({ days, lines }: Weeks): Html | undefined {
  const highest = Math.max(0, ...lines.flatMap(({ points }) => points))
  if (highest === 0 || days.length < 2) return undefined
  const top = roundedMaximum(highest)
  const x = (week: number): number => inset.left + (week * (width - inset.left - inset.right)) / (days.length - 1)
  const y = (points: number): number => height - inset.bottom - (points * (height - inset.top - inset.bottom)) / top
  const drawn = lines.map(({ points }, line) =>
    points.map((at, week) =>
      isEmpty(lines, week) ? undefined : { x: x(week), y: y(at) + shiftFromEquals(lines, line, week) },
    ),
  )
  const { board } = pages
  return html`<section class="weeks" aria-labelledby="weeks">
<h2 id="weeks">${board.chartTitle}</h2>
<figure>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${board.chartAlt(lines.map(({ name }) => name))}">
${[0, top / 2, top].map(
  (
    points,
  ) => html`<line class="grid" x1="${inset.left}" x2="${width - inset.right}" y1="${y(points)}" y2="${y(points)}"/>
<text class="axis" x="${inset.left - 8}" y="${y(points) + 4}" text-anchor="end">${points}</text>\n`,
)}${days.map(
  (day, week) =>
    html`<text class="axis${week % 2 === 1 && ' odd'}" x="${x(week)}" y="${height - 14}" text-anchor="middle">${shortDay(day)}</text>\n`,
)}${drawn.map(
  (dots, line) => html`<g class="line line-${line % 5}">
${runsOf(dots).map((run) => html`<polyline points="${run.map((dot) => `${round(dot.x)},${round(dot.y)}`).join(' ')}"/>\n`)}${dots
  .filter((dot) => dot !== undefined)
  .map((dot) => html`<circle cx="${round(dot.x)}" cy="${round(dot.y)}" r="3.5"/>`)}
</g>\n`,
)}</svg>
<figcaption><ul class="legend">${lines.map(
    ({ name }, line) =>
      html`<li><span class="swatch swatch-${line % 5}" aria-hidden="true"></span><bdi>${name}</bdi></li>`,
  )}</ul></figcaption>
</figure>
${figures({ days, lines })}
</section>`
}

type Dot = { x: number; y: number }

/** In units of the drawing. */
const besideMost = 6

/** Shifts lines with equal points apart, because they would otherwise hide each other. */
function shiftFromEquals(lines: Weeks['lines'], line: number, week: number): number {
  const equals = lines.flatMap(({ points }, index) => (points[week] === lines[line]?.points[week] ? [index] : []))
  return (equals.indexOf(line) - (equals.length - 1) / 2) * besideMost
}

/** A week without any points, such as a holiday or the current week, is a gap rather than a drop to zero. */
function isEmpty(lines: Weeks['lines'], week: number): boolean {
  return lines.every(({ points }) => (points[week] ?? 0) <= 0)
}

function runsOf(dots: readonly (Dot | undefined)[]): Dot[][] {
  const runs: Dot[][] = [[]]
  for (const dot of dots) {
    if (dot) runs.at(-1)?.push(dot)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 1)
}

function figures({ days, lines }: Weeks): Html {
  const { board } = pages
  return html`<details>
<summary>${board.chartTable}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${board.chartTable}"><table>
<thead><tr><th scope="col">${board.weekOf}</th>${lines.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}</tr></thead>
<tbody>${days.map(
    (day, week) =>
      html`<tr><th scope="row">${shortDay(day)}</th>${lines.map(({ points }) => html`<td>${isEmpty(lines, week) ? '–' : (points[week] ?? 0)}</td>`)}</tr>`,
  )}</tbody>
</table></div>
</details>`
}

/** Returns an even number at or above the highest, so that the middle grid line is a whole number. */
function roundedMaximum(highest: number): number {
  const step = 10 ** Math.floor(Math.log10(highest))
  const top =
    [1, 2, 3, 4, 6, 8, 10].map((times) => times * step).find((value) => value >= highest && value % 2 === 0) ?? highest
  return Math.max(2, top)
}

export function shortDay(day: string): string {
  return dayWords.format(new Date(`${day}T00:00:00Z`))
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}
