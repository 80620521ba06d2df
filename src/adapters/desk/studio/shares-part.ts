import { sharing } from '../../../messages/desk/sharing.ts'
import type { ShareLine } from '../../../ports/desk/sharing.ts'
import type { PackView } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import { deskForm } from '../pages/form.ts'
import { moment } from '../pages/moment.ts'
import type { Scene } from '../room.ts'
import { packAddress } from './pack-address.ts'

export function sharesPart(scene: Scene, { pack, shares }: PackView): Html {
  const action = `${packAddress(pack.name)}/shares`
  return html`<section aria-labelledby="shares"><h2 id="shares">${sharing.title}</h2>
<p>${sharing.lead}</p>
${shares.map((share) => card(scene, action, share))}
${deskForm(scene, action, html`<p class="decisions"><button class="button" name="do" value="make">${sharing.make}</button></p>`)}</section>`
}

function card(scene: Scene, action: string, { id, until, takenAt, link }: ShareLine): Html {
  const { zone } = scene.visit.workspace
  if (takenAt) return html`<article class="card"><p>${sharing.taken} ${moment(takenAt, zone)}</p></article>\n`
  const address =
    link === undefined
      ? html`<p>${sharing.noAddress}</p>`
      : html`<label class="field">${sharing.address}<input readonly value="${link}"></label>`
  const back = html`<input type="hidden" name="share" value="${id}"><button class="button small" name="do" value="back">${sharing.takeBack}</button>`
  return html`<article class="card">${address}<p class="fine">${sharing.until} ${moment(until, zone)}</p>${deskForm(scene, action, back, 'row-buttons')}</article>\n`
}
