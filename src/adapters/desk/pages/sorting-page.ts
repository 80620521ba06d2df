import type { Verdict } from '../../../domain/rubric/rubric.ts'
import { rulings } from '../../../messages/desk/rulings.ts'
import { sorting } from '../../../messages/desk/sorting.ts'
import { prose } from '../../../messages/rich.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { ShownWording, Sorting } from '../../../ports/desk/rulings.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { deskForm, nothingOnEnter } from './form.ts'
import { idIn } from './id-in.ts'
import { longestNote, said, sortingPath } from './wording.ts'

const verdicts = ['correct', 'partial', 'incorrect'] as const satisfies readonly Verdict[]

export const sortingPage: Page = {
  path: sortingPath,
  show: (desk, scene) => show(desk, scene, scene.query.answer),
}

export const sortAction: Action = {
  path: sortingPath,
  async act(desk, { visit, fields }) {
    const { changed } = await desk.sort(visit, sortingIn(fields))
    return { to: '/desk/rulings', said: 'sorted', count: changed }
  },
  page: (desk, scene) => show(desk, scene, scene.fields.answer),
}

/** Each wording has a field such as `sort-17` with the mark, and `seen-17` with the revision that the admin saw. */
function sortingIn(fields: Scene['fields']): Sorting {
  const wordings = Object.keys(fields).flatMap((name) => {
    const [, answerId = ''] = /^sort-(\d{1,15})$/.exec(name) ?? []
    const verdict = chosen(fields, answerId)
    return verdict === undefined
      ? []
      : [{ answerId: Number(answerId), revision: idIn(fields[`seen-${answerId}`]), verdict }]
  })
  return { wordings, note: (fields.note ?? '').slice(0, longestNote) }
}

function chosen(fields: Scene['fields'], answerId: number | string): Verdict | undefined {
  return verdicts.find((one) => one === fields[`sort-${answerId}`])
}

async function show(desk: Desk, scene: Scene, answer: string | undefined): Promise<Shown | undefined> {
  const view = await desk.sorting(scene.visit, idIn(answer))
  if (!view) return undefined
  const { prompt, modelAnswer, wordings } = view
  const disputed = wordings.some(({ disputes }) => disputes > 0)
  return {
    title: sorting.title,
    content: html`<h1>${sorting.title}</h1>
<p class="lead">${sorting.lead}</p>
<p>${sorting.effect}</p>
<p><a href="/desk/rulings">${sorting.back}</a></p>
<article class="card" aria-labelledby="question">
<h2 id="question">${richHtml(prose(prompt), () => '')}</h2>
<p>${sorting.model}: ${richHtml(prose(modelAnswer), () => '')}</p>
${wordings.length === 0 && html`<p class="empty">${sorting.empty}</p>`}
${
  wordings.length > 0 &&
  deskForm(
    scene,
    sortingPath,
    html`${disputed && nothingOnEnter}<input type="hidden" name="answer" value="${answer ?? ''}">
${wordings.map((one) => row(scene, one))}
${disputed && html`<label class="field">${rulings.note}<input name="note" maxlength="${longestNote}" autocomplete="off" value="${scene.fields.note ?? ''}"></label>`}
<p class="decisions"><button class="button primary">${sorting.save}</button></p>`,
  )
}
</article>`,
  }
}

function row(scene: Scene, one: ShownWording): Html {
  const { answerId, revision, verdict } = one
  const mark = chosen(scene.fields, answerId) ?? verdict
  return html`<fieldset class="sorting"><legend>${said(one)}</legend>
<input type="hidden" name="seen-${answerId}" value="${revision}">
${verdicts.map((each) => html`<label><input type="radio" name="sort-${answerId}" value="${each}"${each === mark && html` checked`}> ${sorting.marks[each]}</label>\n`)}</fieldset>\n`
}
