import { packSettings } from '../../../messages/desk/pack-settings.ts'
import type { PackForm, PackView } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import { deskForm, typedIn } from '../pages/form.ts'
import type { FormRoom, Scene } from '../room.ts'
import { most, textIn } from './draft-fields.ts'
import { packAddress } from './pack-address.ts'

/** In characters. */
const longestSets = 60_000
/** A character may take three bytes, and a form encodes each byte as three characters. */
export const readingRoom: FormRoom = { longestField: longestSets, bytes: 600_000 }

export function readingIn(fields: Scene['fields']): PackForm {
  return {
    language: (fields.language ?? '').slice(0, 60),
    exactSpelling: fields.spelling === 'exact',
    sets: textIn(fields, 'sets', longestSets),
    seen: fields.seen ?? '',
  }
}

export function readingPart(scene: Scene, { pack, form }: PackView): Html {
  const again = typedIn(scene)
  const typed = again?.sets === undefined ? form : readingIn(again)
  const { sets, save, title, lead, setsHint } = packSettings
  return html`<section aria-labelledby="reading"><h2 id="reading">${title}</h2>
<p>${lead}</p>
${deskForm(
  scene,
  `${packAddress(pack.name)}/reading`,
  html`<input type="hidden" name="seen" value="${form.seen}">${readingFields(typed)}
<label class="field">${sets}<textarea name="sets" rows="6" maxlength="${longestSets}" spellcheck="false" aria-describedby="sets-hint">${typed.sets}</textarea></label>
<p class="fine" id="sets-hint">${setsHint}</p>
<p class="decisions"><button class="button">${save}</button></p>`,
)}</section>`
}

export function newPackForm(scene: Scene): Html {
  const { fields, problem } = scene
  const isAgain = problem !== undefined && fields.name !== undefined
  const typed = isAgain ? readingIn(fields) : { language: 'en', exactSpelling: false }
  const { newPack, newPackName, make } = packSettings
  return html`<details class="studio-more"${isAgain && html` open`}><summary>${newPack}</summary>${deskForm(
    scene,
    '/desk/studio/packs',
    html`<label class="field">${newPackName}<input name="name" maxlength="${most.pack}" value="${isAgain ? fields.name : ''}" required></label>
${readingFields(typed)}<p class="decisions"><button class="button">${make}</button></p>`,
  )}</details>`
}

function readingFields({ language, exactSpelling }: Pick<PackForm, 'language' | 'exactSpelling'>): Html {
  const { languages, language: label, languageHint, spelling, forgiven, exact } = packSettings
  const choice = (value: string, words: string, chosen: boolean) =>
    html`<option value="${value}"${chosen && html` selected`}>${words}</option>`
  return html`<label class="field">${label}<input name="language" list="languages" maxlength="60" value="${language}" autocomplete="off" required></label>
<datalist id="languages">${Object.entries(languages).map(([code, name]) => html`<option value="${code}">${name}</option>`)}</datalist>
<p class="fine">${languageHint}</p>
<label class="field">${spelling}<select name="spelling">${choice('forgiven', forgiven, !exactSpelling)}${choice('exact', exact, exactSpelling)}</select></label>`
}
