import { teaching } from '../../../messages/desk/teaching.ts'
import { prose } from '../../../messages/rich.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { Effect, EffectLine, Taught, TeachView, WayForm } from '../../../ports/desk/teaching.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { deskForm } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'

const path = '/desk/rulings/teach'
const taughtPath = '/desk/rulings/taught'
const longest = { says: 2000, id: 100 }
const linesShown = 50

export const teachPage: Page = {
  path,
  async show(desk, scene) {
    const view = await desk.teach(scene.visit, idIn(scene.query.answer))
    return view && lesson(scene, view)
  },
}

export const teachAction: Action = {
  path,
  async act(desk, scene) {
    const { visit, fields } = scene
    if (fields.do === 'add') {
      await desk.addWay(visit, idIn(fields.answer), formIn(fields), idIn(fields.seen))
      return { to: taughtPath, said: 'taught' }
    }
    return (await again(desk, scene)) ?? { to: '/desk/rulings' }
  },
  page: (desk, scene) => again(desk, scene),
}

export const taughtPage: Page = {
  path: taughtPath,
  async show(desk, scene) {
    const words = teaching.taught
    const taught = await desk.taught(scene.visit)
    return {
      title: words.title,
      content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<p>${words.settledLead}</p>
<p><a href="/desk/rulings">${teaching.back}</a></p>
${taught.length === 0 && html`<p class="empty">${words.empty}</p>`}
${taught.map((one) => taughtCard(scene, one))}`,
    }
  },
}

export const takeBackAction: Action = {
  path: taughtPath,
  async act(desk, { visit, fields }) {
    const { question = '', point = '', pattern = '' } = fields
    await desk.takeWayBack(visit, { questionId: question, point, pattern, seen: idIn(fields.seen) })
    return { to: taughtPath, said: 'untaught' }
  },
  page: (desk, scene) => taughtPage.show(desk, scene),
}

async function again(desk: Desk, scene: Scene): Promise<Shown | undefined> {
  const view = await desk.teach(scene.visit, idIn(scene.fields.answer), formIn(scene.fields))
  return view && lesson(scene, view)
}

function formIn({ point = '', says = '' }: Scene['fields']): WayForm {
  return { point: point.slice(0, longest.id), says: says.slice(0, longest.says) }
}

function lesson(scene: Scene, view: TeachView): Shown {
  const { answerId, text, prompt, modelAnswer, proposed, form, effect, seen } = view
  return {
    title: teaching.title,
    content: html`<h1>${teaching.title}</h1>
<p class="lead">${teaching.lead}</p>
<p><a href="/desk/rulings">${teaching.back}</a> · <a href="${taughtPath}">${teaching.taught.link}</a></p>
<section class="card"><h2>${richHtml(prose(prompt), () => '')}</h2>
<p>${teaching.answer}: <q><bdi>${text}</bdi></q></p>
<details><summary>${teaching.model}</summary><p>${richHtml(prose(modelAnswer), () => '')}</p></details>
${proposed && html`<p class="fine">${teaching.proposed}</p>`}
${form.says === '' && scene.problem === undefined && html`<p>${teaching.none}</p>`}
${deskForm(
  scene,
  path,
  html`<input type="hidden" name="answer" value="${answerId}"><input type="hidden" name="seen" value="${seen}">${fieldsOf(view)}`,
)}</section>
${effect && outcome(effect)}`,
  }
}

function fieldsOf({ points, form, problems, effect }: TeachView): Html {
  const wrong = problems.length > 0
  return html`<label class="field">${teaching.idea}<select name="point">${points.map(
    ({ id, label, found }) =>
      html`<option value="${id}"${id === form.point && html` selected`}>${teaching.ideaOption(label.replaceAll('`', ''), found)}</option>`,
  )}</select></label>
<label class="field">${teaching.says}<textarea name="says" rows="3" spellcheck="false" maxlength="${longest.says}" required aria-describedby="says-hint${wrong && ' says-problems'}"${wrong && html` aria-invalid="true"`}>${form.says}</textarea></label>
${
  wrong &&
  html`<div class="problem" id="says-problems" role="alert"><p><strong>${teaching.problems}.</strong></p><ul>${problems.map(
    ({ line, column, expected }) => html`<li>${teaching.place(line, column)}: ${teaching.expected(expected)}</li>`,
  )}</ul></div>`
}
<p class="fine" id="says-hint">${teaching.saysHint}</p>
<p class="decisions"><button class="button${!effect && ' primary'}" name="do" value="try">${teaching.try}</button>
${effect && !effect.refused && html`<button class="button primary" name="do" value="add">${teaching.add}</button>`}</p>`
}

function outcome({ before, after, changes, compared, refused }: Effect): Html {
  const { columns } = teaching
  return html`<section class="card" aria-labelledby="effect"><h2 id="effect">${teaching.effect}</h2>
${refused && html`<p class="problem" role="alert">${teaching.refused}</p>`}
<p><strong>${teaching.itself(before, after)}</strong>${changes.length === 0 && ` ${teaching.nothing}`}</p>
${
  changes.length > 0 &&
  html`<div class="scroll" tabindex="0" role="group" aria-labelledby="effect"><table class="listing">
<thead><tr><th scope="col">${columns.text}</th><th scope="col">${columns.before}</th><th scope="col">${columns.after}</th><th scope="col">${columns.who}</th></tr></thead>
<tbody>${changes.slice(0, linesShown).map(changeRow)}</tbody></table></div>`
}
${changes.length > linesShown && html`<p class="fine">${teaching.more(changes.length - linesShown)}</p>`}
<p class="fine">${teaching.compared(compared.answers, compared.examples)}</p></section>`
}

function changeRow({ text, before, after, people, label, refused }: EffectLine): Html {
  const whose = label === undefined ? teaching.people(people ?? 1) : teaching.example(label)
  return html`<tr><th scope="row"><q><bdi>${text}</bdi></q></th><td>${teaching.verdicts[before]}</td><td>${teaching.verdicts[after]}</td>
<td>${whose}${refused && html` <strong class="must-not">${teaching.mustNot}</strong>`}</td></tr>\n`
}

function taughtCard(scene: Scene, { questionId, prompt, seen, madeBy, madeAt, settled, ways }: Taught): Html {
  const words = teaching.taught
  return html`<article class="card"><h2>${richHtml(prose(prompt), () => '')}</h2>
<p class="fine">${words.by(madeBy)} · ${moment(madeAt, scene.visit.workspace.zone)}</p>
${settled.correct + settled.partial + settled.incorrect > 0 && html`<p>${words.settled(settled)}</p>`}
<ul class="found">${ways.map(
    ({ point, label, pattern, fits }) => html`<li><div><code>${pattern}</code>
<span class="fine">${richHtml(prose(label), () => '')}</span>${!fits && html` <span class="tag">${words.unfit}</span>`}</div>
${deskForm(
  scene,
  taughtPath,
  html`<input type="hidden" name="question" value="${questionId}"><input type="hidden" name="point" value="${point}">
<input type="hidden" name="pattern" value="${pattern}"><input type="hidden" name="seen" value="${seen}">
<button class="button small" aria-label="${words.takeBackOf(pattern)}">${words.takeBack}</button>`,
)}</li>\n`,
  )}</ul></article>`
}
