import type { IdeaFields, MistakeFields, RubricFields } from '../../../domain/packs/rubric-fields.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { RubricForm } from '../../../ports/desk/studio.ts'
import { type Html, html } from '../../html/html.ts'
import type { Scene } from '../room.ts'
import { most, textIn } from './draft-fields.ts'

const mostRows = 400

/** Reads the rubric from the form. Returns undefined if the page had no rubric. */
export function rubricFormIn(fields: Scene['fields']): RubricForm | undefined {
  if (fields.shown === undefined || fields['idea-0-says'] === undefined) return undefined
  const text = (name: string) => textIn(fields, name, most.rubric)
  return {
    shown: text('shown'),
    ideas: rowsOf(fields, 'idea', (row) => ({
      ...{ id: text(`${row}-id`), label: text(`${row}-label`), says: text(`${row}-says`) },
      must: fields[`${row}-must`] !== undefined,
    })),
    mistakes: rowsOf(fields, 'mistake', (row) => ({
      ...{ id: text(`${row}-id`), says: text(`${row}-says`), tell: text(`${row}-tell`) },
    })),
  }
}

function rowsOf<Row extends { says: string; id: string }>(
  fields: Scene['fields'],
  kind: string,
  read: (row: string) => Row,
): Row[] {
  const rows: Row[] = []
  for (let at = 0; at < mostRows && fields[`${kind}-${at}-says`] !== undefined; at++) rows.push(read(`${kind}-${at}`))
  // The last row is empty unless the author fills it in.
  return rows.filter(({ says, id }) => says !== '' || id !== '')
}

export function rubricForm({ ideas, mistakes }: RubricFields): Html {
  const blank = { id: '', label: '', says: '', must: false, tell: '' }
  return html`${[...ideas, blank].map(ideaFields)}${[...mistakes, blank].map(mistakeFields)}`
}

function ideaFields({ id, label, says, must }: IdeaFields, at: number): Html {
  const row = `idea-${at}`
  return html`<fieldset class="idea"><legend>${id === '' ? studio.newIdea : studio.idea(at + 1)}</legend>
<input type="hidden" name="${row}-id" value="${id}">
<label class="field">${studio.label}<input name="${row}-label" value="${label}"></label>
${patternsField(`${row}-says`, studio.says, says)}
<label class="check"><input type="checkbox" name="${row}-must" value="yes"${must && html` checked`}> ${studio.must}</label></fieldset>\n`
}

function mistakeFields({ id, says, tell }: MistakeFields, at: number): Html {
  const row = `mistake-${at}`
  return html`<fieldset class="idea mistake"><legend>${id === '' ? studio.newMistake : studio.mistake(at + 1)}</legend>
<input type="hidden" name="${row}-id" value="${id}">
${patternsField(`${row}-says`, studio.mistakeSays, says)}
<label class="field">${studio.tell}<input name="${row}-tell" value="${tell}"></label></fieldset>\n`
}

function patternsField(name: string, label: string, says: string): Html {
  const rows = Math.min(8, says.split('\n').length + 1)
  return html`<label class="field">${label}<textarea name="${name}" rows="${rows}" spellcheck="false">${says}</textarea></label>`
}
