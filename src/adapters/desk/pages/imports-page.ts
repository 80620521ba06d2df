import { importFormats } from '../../../domain/packs/imported.ts'
import { longestPackName } from '../../../domain/packs/own-questions.ts'
import { imports } from '../../../messages/desk/imports.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import type { ImportView } from '../../../ports/desk/imports.ts'
import type { Import, ReportLine } from '../../../ports/imports/imports.ts'
import { type Html, html } from '../../html/html.ts'
import type { Action, Page, Scene, Shown } from '../room.ts'
import { unsentScript } from '../scripts.ts'
import { deskForm, fileForm } from './form.ts'
import { idIn } from './id-in.ts'
import { moment } from './moment.ts'

const path = '/desk/imports'
const linesShown = 100
const reloadSeconds = 2

export const importsPage: Page = {
  path,
  async show(desk, scene) {
    const files = await desk.imports(scene.visit)
    return {
      title: imports.title,
      content: html`<h1>${imports.title}</h1>
<p class="lead">${imports.lead}</p>
${fileForm(scene, path, fields(scene))}
<h2>${imports.files}</h2>
${files.length === 0 ? html`<p class="empty">${imports.noFiles}</p>` : html`<ul class="changes">${files.map((file) => fileLine(file, scene))}</ul>`}`,
    }
  },
}

export const takeImportAction: Action = {
  path,
  takesFile: true,
  async act(desk, { visit, fields, file }) {
    const format = importFormats.find((one) => one === fields.format)
    const id = await desk.takeImport(visit, {
      ...(file ?? { name: '', bytes: new Uint8Array() }),
      ...(format === undefined ? {} : { format }),
      english: fields.language !== 'other',
      pack: fields.pack ?? '',
    })
    return { to: `${path}/${id}` }
  },
  page: importsPage.show,
}

export const importPage: Page = {
  path: `${path}/:import`,
  async show(desk, scene) {
    const found = await desk.import(scene.visit, idIn(scene.params.import))
    return found && importShown(scene, found)
  },
}

export const removeImportAction: Action = {
  path: `${path}/:import`,
  async act(desk, { visit, params }) {
    await desk.removeImport(visit, idIn(params.import))
    return { to: path, said: 'removed' }
  },
  page: importPage.show,
}

export const draftPage: Page = {
  path: `${path}/drafts/:draft`,
  show: (desk, scene) => draftShown(desk, scene),
}

export const discardDraftAction: Action = {
  path: `${path}/drafts/:draft`,
  async act(desk, { visit, params }) {
    const id = idIn(params.draft)
    const draft = await desk.importedDraft(visit, id)
    await desk.discardDraft(visit, id)
    return { to: draft ? `${path}/${draft.importId}` : path, said: 'removed' }
  },
  page: draftPage.show,
}

function fields({ fields: typed }: Scene): Html {
  const options = [['', imports.guess], ...importFormats.map((format) => [format, imports.formats[format]])]
  const choice = (name: string, value: string, label: string) =>
    html`<option value="${value}"${typed[name] === value && html` selected`}>${label}</option>`
  return html`<label class="field">${imports.file}<input type="file" name="file" required accept=".csv,.tsv,.txt,.gift,.xml,.apkg"></label>
<label class="field">${imports.format}<select name="format">${options.map(([value = '', label = '']) => choice('format', value, label))}</select></label>
<label class="field">${imports.language}<select name="language">${choice('language', 'english', imports.languages.english)}${choice('language', 'other', imports.languages.other)}</select></label>
<label class="field">${imports.pack}<input name="pack" maxlength="${longestPackName}" value="${typed.pack ?? ''}"></label>
<p class="fine">${imports.columns}</p>
<p class="decisions"><button class="button primary">${imports.send}</button></p>`
}

function fileLine(file: Import, { visit }: Scene): Html {
  return html`<li><p><strong><a href="${path}/${file.id}"><bdi>${file.name || imports.noName}</bdi></a></strong> ${imports.state(file)}</p>
<p class="fine">${moment(file.askedAt, visit.workspace.zone)}</p></li>\n`
}

function importShown(scene: Scene, file: ImportView): Shown {
  const name = file.name || imports.noName
  return {
    title: name,
    content: html`<h1><bdi>${name}</bdi></h1>
${outcome(file)}
${file.state === 'read' && report(scene, file)}
${file.state !== 'waiting' && deskForm(scene, `${path}/${file.id}`, html`<p class="decisions"><button class="button">${imports.remove}</button></p>`)}`,
    ...(file.state === 'waiting' ? { reload: reloadSeconds } : {}),
  }
}

function outcome(file: ImportView): Html {
  if (file.state === 'read') return html`<p class="lead" role="status">${imports.summary(file)}</p>`
  if (file.state === 'refused') {
    return html`<p class="problem" role="alert">${imports.state(file)} ${imports.nothingStored}</p>`
  }
  return html`<p class="lead" role="status">${imports.state(file)}</p>
<p><progress aria-label="${imports.progress}" max="${Math.max(1, file.total)}" value="${file.done}"></progress></p>
<p class="fine">${imports.reload}</p>`
}

function report({ query }: Scene, { id, lines, waiting }: ImportView): Html {
  const from = Math.min(idIn(query.from), lines.length)
  const link = (at: number, label: string) => html`<a class="button" href="${path}/${id}?from=${at}">${label}</a> `
  return html`<h2 id="report">${imports.report}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="report"><table class="listing"><thead><tr><th scope="col" class="count">${imports.columnNames.line}</th><th scope="col">${imports.columnNames.what}</th><th scope="col">${imports.columnNames.draft}</th></tr></thead>
<tbody>${lines.slice(from, from + linesShown).map((line) => reportRow(line, waiting))}</tbody></table></div>
<p class="decisions">${from > 0 && link(Math.max(0, from - linesShown), imports.earlier)}${from + linesShown < lines.length && link(from + linesShown, imports.later)}</p>`
}

function reportRow(line: ReportLine, waiting: ImportView['waiting']): Html {
  const draft = 'id' in line ? waiting.get(line.id) : undefined
  const link = draft === undefined ? imports.done : html`<a href="${path}/drafts/${draft}">${imports.look}</a>`
  return html`<tr><th scope="row" class="count">${imports.line(line)}</th><td><bdi>${imports.became(line)}</bdi></td><td>${'id' in line && link}</td></tr>\n`
}

async function draftShown(desk: Desk, scene: Scene): Promise<Shown | undefined> {
  const found = await desk.importedDraft(scene.visit, idIn(scene.params.draft))
  if (!found) return undefined
  const { id, importId, look, draft } = found
  return {
    title: draft.prompt,
    scripts: [unsentScript],
    content: html`<h1><bdi>${draft.prompt}</bdi></h1>
<p>${imports.answer}: <q><bdi>${draft.answer}</bdi></q></p>
${look.length > 0 && html`<h2>${imports.toLookAt}</h2><ul>${look.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul>`}
<h2 id="rubric">${imports.rubric}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="rubric"><pre>${draft.rubric}</pre></div>
${deskForm(
  scene,
  '/desk/studio',
  html`${Object.entries(draft).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="decisions"><button class="button primary" name="do" value="test">${imports.toStudio}</button></p>`,
)}
${deskForm(scene, `${path}/drafts/${id}`, html`<p class="decisions"><button class="button">${imports.discard}</button> <a class="button quiet" href="${path}/${importId}">${imports.back}</a></p>`)}`,
  }
}
