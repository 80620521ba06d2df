import { hallTitle } from '../../messages/season/hall.ts'
import { seasonName } from '../../messages/season/season-name.ts'
import { pages } from '../../messages/site/pages.ts'
import type { PastSeason } from '../../ports/store/boards.ts'
import { type Html, html } from '../html/html.ts'

const placesShown = 5

export function hallOfFame(past: readonly PastSeason[]): Html | undefined {
  if (past.length === 0) return undefined
  return html`<section class="hall" aria-labelledby="hall"><h2 id="hall">${hallTitle}</h2>
<ol class="hall-seasons">${past.map((season) => html`<li><h3>${seasonName(season)}</h3>${places(season)}</li>\n`)}</ol>
</section>`
}

function places({ places: all }: PastSeason): Html {
  const { andOthers, points } = pages.board
  return html`<ol class="honors">${all
    .slice(0, placesShown)
    .map(
      ({ rank, name, points: earned }) =>
        html`<li class="rank-${rank}"><span class="rank">${rank}.</span> <bdi>${name}</bdi> <span class="earned">${earned}<span class="unseen"> ${points}</span></span></li>`,
    )}${all.length > placesShown && html`<li class="fine">${andOthers}</li>`}</ol>`
}
