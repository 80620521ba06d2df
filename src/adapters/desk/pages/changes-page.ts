import { changeWords } from '../../../messages/desk/changes.ts'
import { desk } from '../../../messages/desk/words.ts'
import type { ShownChange } from '../../../ports/desk/desk.ts'
import { type Html, html } from '../../html/html.ts'
import type { Action, Page, Scene } from '../room.ts'
import { deskForm } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'

export const changesPage: Page = {
  path: '/desk/changes',
  async show(on, scene) {
    const { visit, query } = scene
    const before = /^\d{1,15}$/.test(query.before ?? '') ? Number(query.before) : undefined
    const { changes, more } = await on.changes(visit, before)
    const last = changes.at(-1)
    return {
      title: desk.changes.title,
      content: html`<h1>${desk.changes.title}</h1>
<p class="lead">${desk.changes.lead}</p>
${changesList(scene, changes)}
${more && last && html`<p><a class="button" href="/desk/changes?before=${last.id}">${desk.changes.older}</a></p>`}`,
    }
  },
}

/** This may come from an outdated page. A change that can no longer be undone is refused with the reason. */
export const undoAction: Action = {
  path: '/desk/changes',
  async act(on, { visit, fields }) {
    await on.undo(visit, idIn(fields.undo))
    return { to: '/desk/changes', said: 'undone' }
  },
  page: changesPage.show,
}

function changesList(scene: Scene, changes: readonly ShownChange[]): Html {
  if (changes.length === 0) return html`<p class="empty">${desk.changes.empty}</p>`
  return html`<ol class="changes">${changes.map(
    ({ id, playerName, kind, about, at, canUndo }) =>
      html`<li><p><strong><bdi>${playerName || desk.changes.someone}</bdi></strong> ${changeWords(kind, about)}</p><p class="fine">${moment(at, scene.visit.workspace.zone)}</p>${canUndo && undoForm(scene, id)}</li>\n`,
  )}</ol>`
}

function undoForm(scene: Scene, changeId: number): Html {
  const button = html`<button class="button small" name="undo" value="${changeId}">${desk.changes.undo}</button>`
  return deskForm(scene, '/desk/changes', button, 'row-buttons')
}
