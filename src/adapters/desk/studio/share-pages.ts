import { sharing } from '../../../messages/desk/sharing.ts'
import type { OfferedPack } from '../../../ports/desk/sharing.ts'
import { html } from '../../html/html.ts'
import { deskForm } from '../pages/form.ts'
import { idIn } from '../pages/id-in.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { most } from './draft-fields.ts'
import { packAddress } from './pack-address.ts'
import { packPage } from './pack-page.ts'

const path = '/desk/studio/shared/:token'

export const shareAction: Action = {
  path: '/desk/studio/pack/:pack/shares',
  async act(desk, { visit, params, fields }) {
    const pack = params.pack ?? ''
    if (fields.do === 'back') {
      await desk.unshare(visit, { pack, share: idIn(fields.share) })
      return { to: packAddress(pack), said: 'removed' }
    }
    await desk.share(visit, pack)
    return { to: packAddress(pack), said: 'shared' }
  },
  page: packPage.show,
}

/** The pack that another workspace's link offers. Opening the page doesn't use up the link. */
export const offeredPage: Page = {
  path,
  async show(desk, scene) {
    const offered = await desk.offered(scene.visit, scene.params.token ?? '')
    if (offered === 'unknown') return undefined
    if (typeof offered === 'object') return offer(scene, offered)
    const { closed } = sharing
    return {
      title: closed.title,
      content: html`<h1>${closed.title}</h1><p class="lead">${closed[offered]}</p>`,
      gone: true,
    }
  },
}

export const takePackAction: Action = {
  path,
  async act(desk, { visit, params, fields }) {
    const name = await desk.takePack(visit, params.token ?? '', fields.name ?? '')
    return { to: packAddress(name), said: 'copied' }
  },
  page: offeredPage.show,
}

function offer(scene: Scene, offered: OfferedPack): Shown {
  const words = sharing.offer
  const title = words.title(offered.name)
  const { visit, fields, params } = scene
  const take = html`<label class="field">${words.name}<input name="name" maxlength="${most.pack}" value="${fields.name ?? offered.name}" required></label>
<p class="decisions"><button class="button primary">${words.take}</button></p>`
  return {
    title,
    content: html`<h1><bdi>${title}</bdi></h1>
<p class="lead">${words.about(offered)}</p>
${
  offered.own
    ? html`<p>${words.own}</p>`
    : html`<p>${words.lead(visit.workspace.name)}</p>${deskForm(scene, `/desk/studio/shared/${encodeURIComponent(params.token ?? '')}`, take)}`
}`,
  }
}
