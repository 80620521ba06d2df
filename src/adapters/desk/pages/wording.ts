import { rulings } from '../../../messages/desk/rulings.ts'
import type { ShownWording } from '../../../ports/desk/rulings.ts'
import { type Html, html } from '../../html/html.ts'

export const sortingPath = '/desk/rulings/sort'
export const longestNote = 300

/** The words of an answer, and what is known about them. */
export function said({
  text,
  people,
  disputes,
  reasons,
  verdict,
}: Omit<ShownWording, 'answerId' | 'revision' | 'score'>): Html {
  return html`<q><bdi>${text}</bdi></q> <span class="fine">${rulings.people(people)} · ${rulings.verdicts[verdict]}${disputes > 0 && ` · ${rulings.disputes(disputes)}`}</span>${reasons.length > 0 && html` <span class="fine">${rulings.reasons}: ${reasons.map((reason, at) => html`${at > 0 && ' · '}<q><bdi>${reason}</bdi></q>`)}</span>`}`
}
