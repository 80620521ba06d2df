import { QuizError } from '../../../domain/errors.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { Draft, StudioView, Tried } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import { deskForm } from '../pages/form.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { draftFields, draftIn } from './draft-fields.ts'
import { outcome } from './outcome.ts'
import { packAddress } from './pack-page.ts'

export const studioPage: Page = {
  path: '/desk/studio',
  show: (desk, scene) => shown(desk, scene, draftIn({ pack: scene.query.pack ?? '' })),
}

/** A question of a pack, to edit. */
export const editPage: Page = {
  path: '/desk/studio/pack/:pack/:question',
  async show(desk, scene) {
    const { pack = '', question = '' } = scene.params
    const draft = await desk.openDraft(scene.visit, { pack, id: question })
    return draft && shown(desk, scene, draft, await triedIfQuick(desk, scene, draft))
  },
}

export const studioAction: Action = {
  path: '/desk/studio',
  room: { longestField: 120_000, bytes: 1_048_576 },
  async act(desk, scene) {
    const draft = draftIn(scene.fields)
    if (scene.fields.do === 'publish') {
      await desk.publish(scene.visit, draft)
      return { to: '/desk/studio', said: 'published' }
    }
    return shown(desk, scene, draft, await desk.tryDraft(scene.visit, draft))
  },
  async page(desk, scene) {
    const draft = draftIn(scene.fields)
    return shown(desk, scene, draft, await triedIfQuick(desk, scene, draft))
  },
}

/** What couldn't be tried is shown as it was typed. */
async function triedIfQuick(desk: Desk, { visit }: Scene, draft: Draft): Promise<Tried | undefined> {
  try {
    return await desk.tryDraft(visit, draft)
  } catch (error) {
    if (!(error instanceof QuizError)) throw error
    return undefined
  }
}

async function shown(desk: Desk, scene: Scene, draft: Draft, tried?: Tried): Promise<Shown> {
  const { packs } = await desk.studio(scene.visit)
  return {
    title: studio.title,
    content: html`<h1>${studio.title}</h1>
<p class="lead">${draft.id === '' ? studio.lead : studio.editing(draft.pack)}</p>
${draft.id === '' && packList(packs)}
${tried && outcome(tried)}
${deskForm(
  scene,
  '/desk/studio',
  html`${draftFields({ ...draft, rubric: tried?.rubric ?? draft.rubric }, packs)}
<p class="decisions"><button class="button primary" name="do" value="test">${studio.test}</button>
<button class="button" name="do" value="publish">${studio.publish}</button></p>`,
)}`,
  }
}

function packList(packs: StudioView['packs']): Html {
  if (packs.length === 0) return html`<p class="fine">${studio.noPack}</p>`
  return html`<nav class="row-buttons" aria-label="${studio.packs}">${packs.map(
    (pack) =>
      html`<a class="button small" href="${packAddress(pack.name)}"><bdi>${pack.name}</bdi> (${studio.packSize(pack)})</a>\n`,
  )}</nav>`
}
