import { changeWords } from '../../../messages/desk/changes.ts'
import { desk } from '../../../messages/desk/words.ts'
import type { Change } from '../../../ports/store/changes.ts'
import { type Html, html } from '../../html/html.ts'
import type { Page } from '../room.ts'
import { moment } from './moment.ts'

export const changesPage: Page = {
  path: '/desk/changes',
  async show(on, { visit, query }) {
    const before = /^\d{1,15}$/.test(query.before ?? '') ? Number(query.before) : undefined
    const { changes, more } = await on.changes(visit, before)
    const last = changes.at(-1)
    return {
      title: desk.changes.title,
      content: html`<h1>${desk.changes.title}</h1>
<p class="lead">${desk.changes.lead}</p>
${changesList(changes, visit.workspace.zone)}
${more && last && html`<p><a class="button" href="/desk/changes?before=${last.id}">${desk.changes.older}</a></p>`}`,
    }
  },
}

function changesList(changes: readonly Change[], zone: string): Html {
  if (changes.length === 0) return html`<p class="empty">${desk.changes.empty}</p>`
  return html`<ol class="changes">${changes.map(
    ({ playerName, kind, about, at }) =>
      html`<li><p><strong><bdi>${playerName || desk.changes.someone}</bdi></strong> ${changeWords(kind, about)}</p><p class="fine">${moment(at, zone)}</p></li>\n`,
  )}</ol>`
}
