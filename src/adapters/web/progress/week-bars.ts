import type { WeekProgress } from '../../../domain/progress/weeks.ts'
import { progressPage as words } from '../../../messages/site/progress.ts'
import { type Html, html } from '../../html/html.ts'
import { round, shortDay } from '../weeks-chart.ts'

const width = 720
const height = 260
const inset = { top: 40, bottom: 48 }
const barShare = 0.6

/** Draws points per week as labeled bars, so that the page needs no script. */
export function weekBars(weeks: readonly WeekProgress[]): Html {
  const top = Math.max(1, ...weeks.map(({ points }) => points))
  const step = width / weeks.length
  const floor = height - inset.bottom
  const tall = (points: number): number => (Math.max(0, points) * (floor - inset.top)) / top
  return html`<figure class="bars"><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${words.weeksAlt}">
<line class="grid" x1="0" x2="${width}" y1="${floor}" y2="${floor}"/>
${weeks.map(({ first, points }, week) => {
  const middle = round((week + 0.5) * step)
  const bar = round(tall(points))
  return html`<rect x="${round(middle - (step * barShare) / 2)}" y="${floor - bar}" width="${round(step * barShare)}" height="${bar}" rx="4"/>
<text class="axis figure" x="${middle}" y="${round(floor - bar - 10)}" text-anchor="middle">${points}</text>
<text class="axis${week % 2 === 0 && ' odd'}" x="${middle}" y="${height - 12}" text-anchor="middle">${shortDay(first)}</text>\n`
})}</svg></figure>`
}
