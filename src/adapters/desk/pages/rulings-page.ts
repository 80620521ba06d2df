import type { Mark } from '../../../domain/rulings/mark.ts'
import { marks } from '../../../domain/rulings/mark.ts'
import { rulings } from '../../../messages/desk/rulings.ts'
import { sorting } from '../../../messages/desk/sorting.ts'
import { teaching } from '../../../messages/desk/teaching.ts'
import { prose } from '../../../messages/rich.ts'
import type { DecidedWording, Decision, RulingGroup, ShownWording } from '../../../ports/desk/rulings.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Action, Page, Scene } from '../room.ts'
import { deskForm, nothingOnEnter } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'
import { longestNote, said, sortingPath } from './wording.ts'

export const rulingsPage: Page = {
  path: '/desk/rulings',
  async show(desk, scene) {
    const { groups, more, wordingsBehind } = await desk.rulings(scene.visit)
    return {
      title: rulings.title,
      content: html`<h1>${rulings.title}</h1>
<p class="lead">${rulings.lead}</p>
<p><a href="/desk/rulings/decided">${rulings.decided.link}</a> · <a href="/desk/rulings/taught">${teaching.taught.link}</a></p>
${groups.length === 0 && html`<p class="empty">${rulings.empty}</p>`}
${groups.map((group, at) => card(scene, group, at))}
${more + wordingsBehind > 0 && html`<p class="fine">${rulings.more(more, wordingsBehind)}</p>`}`,
    }
  },
}

export const decidedPage: Page = {
  path: '/desk/rulings/decided',
  async show(desk, scene) {
    const { decided } = rulings
    const found = await desk.decidedRulings(scene.visit)
    return {
      title: decided.title,
      content: html`<h1>${decided.title}</h1>
<p class="lead">${decided.lead}</p>
<p><a href="/desk/rulings">${decided.back}</a></p>
${found.length === 0 && html`<p class="empty">${decided.empty}</p>`}
${found.map((one) => decidedCard(scene, one))}`,
    }
  },
}

export const decideAction: Action = {
  path: '/desk/rulings',
  async act(desk, { visit, fields }) {
    const { changed } = await desk.rule(visit, decisionIn(fields))
    return { to: fields.from === 'decided' ? '/desk/rulings/decided' : '/desk/rulings', said: 'ruled', count: changed }
  },
  page: (desk, scene) => (scene.fields.from === 'decided' ? decidedPage : rulingsPage).show(desk, scene),
}

/** A selected wording is a field such as `wording-17`. Its value is the revision that the admin saw. */
function decisionIn(fields: Scene['fields']): Decision {
  const mark: Mark = marks.find((one) => one === fields.mark) ?? 'as-graded'
  const wordings = Object.entries(fields).flatMap(([name, value]) => {
    const [, answerId] = /^wording-(\d{1,15})$/.exec(name) ?? []
    return answerId === undefined ? [] : [{ answerId: Number(answerId), revision: idIn(value), mark }]
  })
  return { wordings, note: (fields.note ?? '').slice(0, longestNote) }
}

function card(scene: Scene, group: RulingGroup, at: number): Html {
  const { topic, prompt, modelAnswer, ideas, mistakes, people, wordings } = group
  const disputed = wordings.some(({ disputes }) => disputes > 0)
  return html`<article class="card" aria-labelledby="group-${at}">
<p class="fine">${topic} · ${rulings.people(people)}</p>
<h2 id="group-${at}">${richHtml(prose(prompt), () => '')}</h2>
<details><summary>${rulings.model}</summary><p>${richHtml(prose(modelAnswer), () => '')}</p></details>
<details><summary>${rulings.lookedFor}</summary>
<ul class="ideas">${ideas.map(({ label, found }) => html`<li class="${found ? 'found' : 'missing'}">${richHtml(prose(label), () => '')} <span class="fine">${found ? rulings.found : rulings.missing}</span></li>`)}</ul>
${mistakes.length > 0 && html`<p>${rulings.mistakes}: ${mistakes.map((tell) => html`${richHtml(prose(tell), () => '')} `)}</p>`}
</details>
${deskForm(
  scene,
  '/desk/rulings',
  html`${nothingOnEnter}<fieldset><legend>${rulings.wordings}</legend>${wordings.map(wording)}</fieldset>
${disputed && html`<label class="field">${rulings.note}<input name="note" maxlength="${longestNote}" autocomplete="off"></label>`}
${decisions()}`,
)}
<p class="fine"><a href="${sortingPath}?answer=${wordings[0]?.answerId ?? 0}" aria-describedby="group-${at}">${sorting.link}</a> · <a href="/desk/rulings/teach?answer=${wordings[0]?.answerId ?? 0}" aria-describedby="group-${at}">${teaching.link}</a></p>
</article>`
}

function wording({ answerId, revision, text, people, disputes, reasons, verdict }: ShownWording): Html {
  return html`<label class="wording"><input type="checkbox" name="wording-${answerId}" value="${revision}" checked>
<span>${said({ text, people, disputes, reasons, verdict })}</span></label>\n`
}

function decisions(current?: Mark): Html {
  return html`<p class="decisions">${marks
    .filter((mark) => mark !== current)
    .map(
      (mark) =>
        html`<button class="button${mark === 'right' && ' primary'}" name="mark" value="${mark}">${rulings.decide[mark]}</button>\n`,
    )}</p>`
}

function decidedCard(scene: Scene, one: DecidedWording): Html {
  const { decided } = rulings
  return html`<article class="card">
<p class="fine">${richHtml(prose(one.prompt), () => '')}</p>
<p><q><bdi>${one.text === '' ? rulings.erased : one.text}</bdi></q> <strong>${decided.marks[one.mark]}</strong>${one.mark === 'as-graded' && one.most && html` <span class="fine">${decided.example(one.most)}</span>`}</p>
<p class="fine">${decided.by(one.decidedBy)} · ${moment(one.decidedAt, scene.visit.workspace.zone)}</p>
${
  one.text !== '' &&
  deskForm(
    scene,
    '/desk/rulings',
    html`<input type="hidden" name="from" value="decided"><input type="hidden" name="wording-${one.answerId}" value="${one.revision}">${decisions(one.mark)}`,
  )
}
${one.text !== '' && html`<p class="fine"><a href="/desk/rulings/teach?answer=${one.answerId}">${teaching.link}</a></p>`}
</article>`
}
