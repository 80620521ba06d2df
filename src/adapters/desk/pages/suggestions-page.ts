import { writeOrigin } from '../../../domain/packs/origin.ts'
import { playerName } from '../../../messages/board.ts'
import { suggestions } from '../../../messages/desk/suggestions.ts'
import type { ShownSuggestion, SuggestionDecision } from '../../../ports/desk/suggestions.ts'
import { type Html, html } from '../../html/html.ts'
import type { Action, Page, Scene } from '../room.ts'
import { deskForm, nothingOnEnter } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'

const longestNote = 300

export const suggestionsPage: Page = {
  path: '/desk/suggestions',
  async show(desk, scene) {
    const { waiting, taken } = await desk.suggestions(scene.visit)
    return {
      title: suggestions.title,
      content: html`<h1>${suggestions.title}</h1>
<p class="lead">${suggestions.lead}</p>
${waiting.length === 0 && html`<p class="empty">${suggestions.empty}</p>`}
${waiting.map((one) => card(scene, one, decisions(scene, one)))}
${taken.length > 0 && html`<h2>${suggestions.taken}</h2><p>${suggestions.takenLead}</p>`}
${taken.map((one) => card(scene, one, draft(scene, one)))}`,
    }
  },
}

export const decideSuggestionAction: Action = {
  path: '/desk/suggestions',
  async act(desk, { visit, fields }) {
    await desk.decideSuggestion(visit, decisionIn(fields))
    return { to: '/desk/suggestions', said: 'decided' }
  },
  page: suggestionsPage.show,
}

function decisionIn(fields: Scene['fields']): SuggestionDecision {
  return {
    id: idIn(fields.id),
    state: fields.state === 'taken' ? 'taken' : 'declined',
    note: (fields.note ?? '').slice(0, longestNote),
  }
}

function card(scene: Scene, one: ShownSuggestion, below: Html): Html {
  return html`<article class="card">
<p class="fine">${suggestions.by(playerName(one.author))} · ${moment(one.suggestedAt, scene.visit.workspace.zone)}</p>
<h3><bdi>${one.prompt}</bdi></h3>
<p>${suggestions.answer}: <q><bdi>${one.answer}</bdi></q></p>
${below}
</article>`
}

function decisions(scene: Scene, { id }: ShownSuggestion): Html {
  return deskForm(
    scene,
    '/desk/suggestions',
    html`${nothingOnEnter}<input type="hidden" name="id" value="${id}">
<label class="field">${suggestions.note}<input name="note" maxlength="${longestNote}" autocomplete="off"></label>
<p class="decisions"><button class="button primary" name="state" value="taken">${suggestions.take}</button>
<button class="button" name="state" value="declined">${suggestions.decline}</button></p>`,
  )
}

function draft(scene: Scene, { id, prompt, answer, draft: text }: ShownSuggestion): Html {
  const toStudio = html`<input type="hidden" name="prompt" value="${prompt}"><input type="hidden" name="answer" value="${answer}">
<input type="hidden" name="origin" value="${writeOrigin({ kind: 'suggestion', id })}">
<button class="button" name="do" value="test">${suggestions.toStudio}</button>`
  return html`${deskForm(scene, '/desk/studio', toStudio)}
${text !== undefined && html`<details><summary>${suggestions.draft}</summary><div class="scroll" tabindex="0" role="region" aria-label="${suggestions.draft}"><pre>${text}</pre></div></details>`}`
}
