import { agreementOf, type TriedAnswer } from '../../../domain/packs/sorted-answers.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Tried } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'

/** What came of trying a draft: what is wrong with it, and how each answer is graded. */
export function outcome({ problems, answers, ready }: Tried): Html {
  const { sorted, agreed } = agreementOf(answers)
  return html`<section class="card" aria-live="polite">
${problems.length > 0 && html`<h2>${studio.problems}</h2><ul>${problems.map((one) => html`<li>${one}</li>`)}</ul>`}
${answers.length > 0 && html`<h2>${studio.tried}</h2><p><strong>${studio.agreement(agreed, sorted)}</strong>${ready && html` ${studio.ready}`}</p>`}
<ul>${answers.map((one) => html`<li>${triedAnswer(one)}</li>`)}</ul>
</section>`
}

function triedAnswer({ text, label, grade }: TriedAnswer): Html {
  const missing = grade.points.flatMap(({ id, found }) => (found ? [] : [id]))
  return html`<strong>${studio.verdicts[grade.verdict]}</strong> <q><bdi>${marked(
    text,
    grade.points.flatMap(({ evidence }) => evidence),
  )}</bdi></q>
<span class="fine">${label !== undefined && label !== grade.verdict && html`<strong>${studio.differs(studio.verdicts[label])}</strong> `}${grade.verdict !== 'correct' && missing.length > 0 && studio.missing(missing)}</span>`
}

/** The words that earned something stand out. */
function marked(text: string, spans: readonly { start: number; end: number }[]): Html {
  const parts: Html[] = []
  let at = 0
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    parts.push(html`${text.slice(at, from)}<mark>${text.slice(from, end)}</mark>`)
    at = end
  }
  return html`${parts}${text.slice(at)}`
}
