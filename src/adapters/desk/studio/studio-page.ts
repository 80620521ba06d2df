import { QuizError } from '../../../domain/errors.ts'
import { isEnglish } from '../../../domain/packs/compile-as-pack.ts'
import { readOrigin } from '../../../domain/packs/origin.ts'
import { readPackName } from '../../../domain/packs/own-questions.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { Draft, StudioView, Tried, Work } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import { deskForm } from '../pages/form.ts'
import type { Action, Page, Reply, Scene, Shown } from '../room.ts'
import { studioScript } from '../scripts.ts'
import { draftFields, draftIn, most } from './draft-fields.ts'
import { agreementWords, outcome } from './outcome.ts'
import { packAddress } from './pack-address.ts'
import { newPackForm, readingIn } from './reading-part.ts'
import { rubricForm } from './rubric-part.ts'
import { usePart } from './use-part.ts'
import { workIn } from './work-in.ts'

const tryPath = '/desk/studio/try'
const room = { longestField: 120_000, bytes: 1_048_576 }

export const studioPage: Page = {
  path: '/desk/studio',
  async show(desk, scene) {
    const pack = scene.query.pack ?? ''
    const page = await shown(desk, scene, draftIn({ pack }))
    const next = scene.query.said === 'published' && (await usePart(desk, scene, pack))
    return next ? { ...page, content: html`${next}${page.content}` } : page
  },
}

export const editPage: Page = {
  path: '/desk/studio/pack/:pack/:question',
  async show(desk, scene) {
    const { pack = '', question = '' } = scene.params
    const draft = await desk.openDraft(scene.visit, { pack, id: question })
    return draft && shown(desk, scene, draft, await tryIfPossible(desk, scene, { draft, live: false }))
  },
}

export const studioAction: Action = {
  path: '/desk/studio',
  room,
  async act(desk, scene) {
    const work = workIn(scene)
    if (scene.fields.do === 'publish') {
      await desk.publish(scene.visit, work)
      return {
        to: `/desk/studio?${new URLSearchParams({ pack: readPackName(work.draft.pack) ?? '' })}`,
        said: 'published',
      }
    }
    if (scene.fields.do === 'keep') {
      const draft = await desk.keepDraft(scene.visit, work)
      return { to: `/desk/imports/drafts/${draft}`, said: 'kept' }
    }
    const after = await desk.tryDraft(scene.visit, work)
    return shown(desk, scene, after.draft, after)
  },
  async page(desk, scene) {
    const work = workIn(scene)
    const after = await tryIfPossible(desk, scene, work)
    return shown(desk, scene, after?.draft ?? work.draft, after)
  },
}

export const makePackAction: Action = {
  path: '/desk/studio/packs',
  async act(desk, { visit, fields }) {
    const pack = await desk.makePack(visit, { ...readingIn(fields), name: fields.name ?? '' })
    return { to: packAddress(pack), said: 'saved' }
  },
  page: studioPage.show,
}

/** Tries the draft. If it can't be tried, the page shows it without a result. */
async function tryIfPossible(desk: Desk, { visit }: Scene, work: Work): Promise<Tried | undefined> {
  try {
    return await desk.tryDraft(visit, work)
  } catch (error) {
    if (!(error instanceof QuizError)) throw error
    return undefined
  }
}

/** Returns the same result as the page's buttons, in parts, for the page's script. */
export const tryReply: Reply = {
  path: tryPath,
  room,
  async body(desk, scene) {
    const after = await desk.tryDraft(scene.visit, workIn(scene))
    return {
      agreement: agreementWords(after),
      outcome: outcome(after).toString(),
      rubric: after.draft.rubric,
      answers: after.draft.answers,
      isReadable: after.fields !== undefined,
      ideas: after.fields ? rubricForm(after.fields).toString() : '',
    }
  },
}

async function shown(desk: Desk, scene: Scene, draft: Draft, after?: Tried): Promise<Shown> {
  const { packs } = await desk.studio(scene.visit)
  return {
    title: studio.title,
    scripts: [studioScript],
    content: html`<h1>${studio.title}</h1>
<p class="lead">${draft.id === '' ? studio.lead : studio.editing(draft.pack)}</p>
${draft.id === '' && html`${packList(packs)}${newPackForm(scene)}`}
${plainNote(draft, packs)}
<p id="kept" class="fine" role="status" hidden>${studio.kept} <button type="button" class="button small">${studio.startOver}</button></p>
<div id="studio" data-owner="${scene.visit.workspace.id} ${scene.visit.player.id}" data-question="${keptAs(draft)}" data-try="${tryPath}" data-away="${studio.away}" data-signed-out="${studio.signedOut}" data-outdated="${studio.outdated}">${deskForm(scene, '/desk/studio', parts(draft, packs, after), 'studio')}</div>`,
  }
}

/**
 * The key under which the script stores the text. It doesn't contain the pack while a new question's pack is being
 * typed.
 */
function keptAs({ id, pack, origin }: Draft): string {
  return id === '' ? `new ${origin}` : `${pack} ${id} ${origin}`
}

function parts(draft: Draft, packs: StudioView['packs'], after: Tried | undefined): Html {
  return html`${draftFields(draft, packs)}
<section><h2>${studio.tests}</h2><p class="fine">${studio.answersLead}</p>
<label class="field">${studio.answers}<textarea name="answers" rows="10" maxlength="${most.answers}">${draft.answers}</textarea></label>
<p class="decisions"><button class="button primary" name="do" value="test">${studio.test}</button>
<button class="button" name="do" value="publish">${studio.publish}</button>
${readOrigin(draft.origin)?.kind === 'draft' && html`<button class="button" name="do" value="keep">${studio.keep}</button>`}</p>
<p id="agreement" role="status">${after && agreementWords(after)}</p>
<div id="outcome">${after && outcome(after)}</div><p class="fine">${studio.keys}</p></section>
<section><h2>${studio.grading}</h2><p class="fine">${studio.gradingLead}</p>
<p class="row-buttons"><button class="button small" name="do" value="draft">${studio.draftAgain}</button></p>
<input type="hidden" name="shown" value="${draft.rubric}">
<div class="studio-halves"><div id="ideas">${after?.fields && rubricForm(after.fields)}</div>
<label class="field">${studio.yaml}<textarea name="rubric" rows="24" spellcheck="false" maxlength="${most.rubric}">${draft.rubric}</textarea></label></div></section>`
}

function plainNote({ pack }: Draft, packs: StudioView['packs']): Html | false {
  const language = packs.find(({ name }) => name === pack)?.language ?? 'en'
  return !isEnglish(language) && html`<p class="fine">${studio.plain(language)}</p>`
}

function packList(packs: StudioView['packs']): Html {
  if (packs.length === 0) return html`<p class="fine">${studio.noPack}</p>`
  return html`<nav class="row-buttons" aria-label="${studio.packs}">${packs.map(
    (pack) =>
      html`<a class="button small" href="${packAddress(pack.name)}"><bdi>${pack.name}</bdi> (${studio.packSize(pack)})</a>\n`,
  )}</nav>`
}
