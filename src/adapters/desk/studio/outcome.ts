import { agreementOf, type TriedAnswer } from '../../../domain/packs/sorted-answers.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Tried } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'

/** The result of testing a draft: what is wrong with it, and how each answer is graded. */
export function outcome({ problems, answers, ready }: Tried): Html {
  const { sorted, agreed } = agreementOf(answers)
  return html`<section class="card" aria-live="polite">
${problems.length > 0 && html`<h2>${studio.problems}</h2><ul>${problems.map((one) => html`<li>${one}</li>`)}</ul>`}
${answers.length > 0 && html`<h2>${studio.tried}</h2><p><strong>${studio.agreement(agreed, sorted)}</strong>${ready && html` ${studio.ready}`}</p>`}
<ul>${answers.map((one) => html`<li>${triedAnswer(one)}</li>`)}</ul>
</section>`
}

function triedAnswer({ text, label, verdict, marks, missing }: TriedAnswer): Html {
  return html`<strong>${studio.verdicts[verdict]}</strong> <q><bdi>${marked(text, marks)}</bdi></q>
<span class="fine">${label !== undefined && label !== verdict && html`<strong>${studio.differs(studio.verdicts[label])}</strong> `}${verdict !== 'correct' && missing.length > 0 && studio.missing(missing)}</span>`
}

/** The words that earned something are highlighted. */
function marked(text: string, marks: TriedAnswer['marks']): Html {
  const parts = marks.map(({ start, end }, at) => {
    const before = text.slice(marks[at - 1]?.end ?? 0, start)
    return html`${before}<mark>${text.slice(start, end)}</mark>`
  })
  return html`${parts}${text.slice(marks.at(-1)?.end ?? 0)}`
}
