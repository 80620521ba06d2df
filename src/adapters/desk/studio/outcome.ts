import type { Offer } from '../../../domain/packs/offers.ts'
import { agreementOf, expectedOfTen, type TriedAnswer } from '../../../domain/packs/sorted-answers.ts'
import type { Verdict } from '../../../domain/rubric/rubric.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Tried } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'

const sorts: readonly (readonly [label: Verdict, name: string])[] = [
  ['correct', 'right'],
  ['partial', 'half'],
  ['incorrect', 'wrong'],
]

export function agreementWords({ answers, ready }: Tried): string {
  const { sorted, agreed } = agreementOf(answers)
  if (answers.length === 0) return ''
  const expected = expectedOfTen(answers)
  return [
    studio.agreement(agreed, sorted),
    ...(ready ? [studio.ready] : []),
    ...(expected === undefined ? [] : [studio.expected(expected)]),
  ].join(' ')
}

export function outcome(tried: Tried): Html {
  const { problems, answers } = tried
  const labels = new Map(tried.fields?.ideas.map(({ id, label }) => [id, label]))
  return html`${problems.length > 0 && html`<div class="problem"><h3>${studio.problems}</h3><ul>${problems.map((one) => html`<li>${studio.place(one)}</li>`)}</ul></div>`}
${answers.length > 0 && html`<h3>${studio.tried}</h3>`}
<ol class="tried">${answers.map((one, at) => html`<li>${triedAnswer(one, at, labels)}${offersOf(tried.offers.get(at) ?? [], labels)}</li>\n`)}</ol>`
}

type Labels = ReadonlyMap<string, string>

function triedAnswer(
  { text, label, verdict, marks, missing, unsorted }: TriedAnswer,
  at: number,
  labels: Labels,
): Html {
  const lacks = missing.map((id) => labels.get(id) ?? id)
  const differs = label !== undefined && label !== verdict
  const named = text.length > 60 ? `${text.slice(0, 60)}…` : text
  return html`<p><strong class="verdict ${verdict}">${studio.verdicts[verdict]}</strong> <q><bdi>${marked(text, marks)}</bdi></q></p>
<p class="fine">${differs && html`<strong>${studio.differs(studio.verdicts[label])}</strong> `}${unsorted !== undefined && unsorted !== label && `${studio.unsorted(studio.verdicts[unsorted])} `}${verdict !== 'correct' && lacks.length > 0 && studio.missing(lacks)}</p>
<p class="row-buttons">${sorts.map(
    ([sorted, name]) =>
      html`<button class="button small" name="do" value="sort:${at}:${name}" aria-pressed="${String(label === sorted)}" aria-label="${studio.sortAs(studio.verdicts[sorted], named)}">${studio.sorts[sorted]}</button>`,
  )}</p>`
}

function offersOf(offers: readonly Offer[], labels: Labels): Html | false {
  if (offers.length === 0) return false
  return html`<p class="row-buttons offers">${offers.map(
    (offer) =>
      html`<button class="button small quiet" name="do" value="offer:${JSON.stringify(offer)}">${offerWords(offer, labels)}</button>`,
  )}</p>`
}

function offerWords(offer: Offer, labels: Labels): Html[] {
  const { say, need, mistake, less, more } = studio.offers
  const words = (parts: readonly string[]) =>
    parts.map((part, at) => (at === 1 ? html`<em>${part}</em>` : html`${part}`))
  if (offer.kind === 'say') return words(say(offer.pattern, labels.get(offer.point) ?? offer.point))
  if (offer.kind === 'need') return words(need(labels.get(offer.point) ?? offer.point))
  if (offer.kind === 'mistake') return words(mistake(offer.pattern))
  return words(offer.share < 1 ? less : more)
}

function marked(text: string, marks: TriedAnswer['marks']): Html {
  const parts = marks.map(({ start, end }, at) => {
    const before = text.slice(marks[at - 1]?.end ?? 0, start)
    return html`${before}<mark>${text.slice(start, end)}</mark>`
  })
  return html`${parts}${text.slice(marks.at(-1)?.end ?? 0)}`
}
