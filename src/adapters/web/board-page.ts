import type { Season } from '../../domain/boards/season.ts'
import type { TopicFigures } from '../../domain/memory/topic-figures.ts'
import {
  type AskedWindow,
  askedWindows,
  type BoardSubject,
  boardSubjects,
  type Standing,
} from '../../domain/standings.ts'
import { seasonEnds } from '../../messages/season/season-name.ts'
import { pages } from '../../messages/site/pages.ts'
import type { PastSeason } from '../../ports/store/boards.ts'
import { type Html, html } from '../html/html.ts'
import { hallOfFame } from './hall-of-fame.ts'
import { topicsTable } from './topics-table.ts'
import { type Weeks, weeksChart } from './weeks-chart.ts'

export type BoardChoice = { window: AskedWindow; by: BoardSubject }

export type BoardView = BoardChoice & {
  workspaceName: string
  standings: readonly Standing[]
  weeks: Weeks
  season?: { running: Season; daysLeft: number; past: readonly PastSeason[] }
  topics: readonly TopicFigures[]
}

/**
 * Renders a workspace's board, without the surrounding frame. `path` is the page's address without a query. `past` adds
 * a link to past questions.
 */
export function boardPage(path: string, view: BoardView, past = false): Html {
  const { board } = pages
  const { season } = view
  const windows = askedWindows.filter((window) => season || window !== 'season')
  return html`<div class="board-page">
<h1>${board.title(view.workspaceName)}</h1>
<div class="board-picks">
${picks(board.subjectsLabel, boardSubjects, board.subjects, view.by, (by) => address(path, { ...view, by }))}
${picks(board.windowsLabel, windows, board.windows, view.window, (window) => address(path, { ...view, window }))}
</div>
${season && view.window === 'season' && html`<p class="fine">${seasonEnds(season.running, season.daysLeft)}</p>`}
${view.standings.length === 0 ? html`<p class="empty">${board.empty[view.by]}</p>` : table(view)}
${weeksChart(view.weeks)}
${season && hallOfFame(season.past)}
${topicsTable(view.topics)}
${past && html`<p><a href="${path}/past">${board.past}</a></p>`}
</div>`
}

function address(path: string, { window, by }: BoardChoice): string {
  return `${path}?window=${window}&by=${by}`
}

function picks<Key extends string>(
  label: string,
  keys: readonly Key[],
  words: Record<Key, string>,
  current: Key,
  to: (key: Key) => string,
): Html {
  return html`<nav class="picks" aria-label="${label}">${keys.map(
    (key) => html`<a href="${to(key)}"${key === current && html` aria-current="page"`}>${words[key]}</a>`,
  )}</nav>`
}

function table({ standings, by, window }: BoardView): Html {
  const { board } = pages
  const most = Math.max(1, ...standings.map(({ points }) => points))
  const moves = window !== 'all'
  return html`<table class="standings">
<caption class="unseen">${board.subjects[by]}, ${board.windows[window]}</caption>
<thead><tr><th scope="col">${board.rank}</th><th scope="col">${board.name}</th>${
    moves && html`<th scope="col">${board.movement}</th>`
  }<th scope="col">${board.points}</th></tr></thead>
<tbody>
${standings.map(
  (standing) => html`<tr class="rank-${standing.rank <= 3 ? standing.rank : 'more'}">
<td class="rank">${standing.rank}</td>
<th scope="row"><bdi>${standing.name}</bdi></th>
${moves && html`<td>${movement(standing.movement)}</td>`}
<td class="points"><span>${standing.points}</span><meter min="0" max="${most}" value="${Math.max(0, standing.points)}" aria-hidden="true"></meter></td>
</tr>\n`,
)}</tbody>
</table>
<p class="fine">${board.ties}</p>`
}

function movement(ranks: number | undefined): Html {
  const { board } = pages
  if (ranks === undefined) return html`<span class="move fresh">${board.fresh}</span>`
  if (ranks === 0)
    return html`<span class="move same"><span aria-hidden="true">–</span><span class="unseen">${board.same}</span></span>`
  const [look, sign, words] = ranks > 0 ? ['up', '▲', board.up(ranks)] : ['down', '▼', board.down(-ranks)]
  return html`<span class="move ${look}"><span aria-hidden="true">${sign} ${Math.abs(ranks)}</span><span class="unseen">${words}</span></span>`
}
