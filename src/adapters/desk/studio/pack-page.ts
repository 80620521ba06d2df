import { ownPack } from '../../../messages/desk/own-pack.ts'
import { prose } from '../../../messages/rich.ts'
import type { ListedQuestion, PackView } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import { deskForm } from '../pages/form.ts'
import type { Action, Page, Scene } from '../room.ts'
import { packAddress } from './pack-address.ts'
import { readingIn, readingPart, readingRoom } from './reading-part.ts'
import { sharesPart } from './shares-part.ts'

const path = '/desk/studio/pack/:pack'

export const packPage: Page = {
  path,
  async show(desk, scene) {
    const view = await desk.pack(scene.visit, scene.params.pack ?? '')
    if (!view) return undefined
    const title = ownPack.title(view.pack.name)
    return {
      title,
      content: html`<h1>${title}</h1>
<p class="lead">${ownPack.lead}</p>
${view.questions.length === 0 ? html`<p class="empty">${ownPack.empty}</p>` : table(scene, view)}
<p class="decisions"><a class="button" href="/desk/studio?pack=${encodeURIComponent(view.pack.name)}">${ownPack.write}</a></p>
${readingPart(scene, view)}
${sharesPart(scene, view)}`,
    }
  },
}

export const retireAction: Action = {
  path,
  async act(desk, { visit, params, fields }) {
    const retired = fields.do === 'retire'
    const pack = params.pack ?? ''
    await desk.retire(visit, { pack, id: fields.id ?? '' }, retired)
    return { to: packAddress(pack), said: retired ? 'retired' : 'returned' }
  },
  page: packPage.show,
}

export const readingAction: Action = {
  path: `${path}/reading`,
  room: readingRoom,
  async act(desk, { visit, params, fields }) {
    const pack = params.pack ?? ''
    await desk.changePack(visit, pack, readingIn(fields))
    return { to: packAddress(pack), said: 'saved' }
  },
  page: packPage.show,
}

function table(scene: Scene, { pack, questions }: PackView): Html {
  const { columns } = ownPack
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${ownPack.title(pack.name)}"><table class="listing stacked">
<caption class="unseen">${ownPack.figures}</caption>
<thead><tr><th scope="col">${columns.question}</th><th scope="col">${columns.topic}</th><th scope="col" class="count">${columns.asked}</th>
<th scope="col" class="count">${columns.answered}</th><th scope="col" class="count">${columns.correct}</th><td></td></tr></thead>
<tbody>${questions.map((one) => row(scene, pack.name, one))}</tbody></table></div>
<p class="fine">${ownPack.figures}</p>`
}

function row(
  scene: Scene,
  pack: string,
  { id, prompt, topic, retired, asked, answered, correct }: ListedQuestion,
): Html {
  const { columns } = ownPack
  const shown = richHtml(prose(prompt), () => '')
  const [name, value] = retired ? [ownPack.bringBack, 'return'] : [ownPack.retire, 'retire']
  return html`<tr><th scope="row">${shown} ${retired && html`<span class="tag">${ownPack.retired}</span>`}</th><td data-name="${columns.topic}">${topic}</td><td class="count" data-name="${columns.asked}">${asked}</td>
<td class="count" data-name="${columns.answered}">${answered}</td><td class="count" data-name="${columns.correct}">${correct}</td><td>${deskForm(
    scene,
    packAddress(pack),
    html`<input type="hidden" name="id" value="${id}">
<a class="button small" href="${packAddress(pack, id)}" aria-label="${ownPack.edit}: ${prompt}">${ownPack.edit}</a>
<button class="button small" name="do" value="${value}" aria-label="${name}: ${prompt}">${name}</button>`,
    'row-buttons',
  )}</td></tr>\n`
}
