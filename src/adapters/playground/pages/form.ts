import { playground } from '../../../messages/site/playground.ts'
import type { Field, Form } from '../../../ports/message.ts'
import { type Html, html } from '../../html/html.ts'
import { type Level, sheetTitle } from './sheet-title.ts'

/** A form's title and fields; it stands in a dialog, or on a page of its own where no script runs. */
export function renderForm(form: Form, submitPath: string, cancelPath: string, once: string, level: Level = 2): Html {
  return html`<form class="sheet" method="post" action="${submitPath}">
${sheetTitle(form.title, level)}
${form.intro && html`<p class="intro">${form.intro}</p>`}
<input type="hidden" name="action" value="${form.action}"><input type="hidden" name="once" value="${once}">
${form.fields.map(renderField)}
<p class="fine progress" role="status"></p>
<p class="sheet-buttons"><a class="button plain" href="${cancelPath}" data-close>${playground.dialog.cancel}</a>
<button class="button primary">${form.submit}</button></p>
</form>`
}

function renderField(field: Field, index: number): Html {
  const id = `field-${index}`
  const shared = html`id="${id}" name="value.${field.name}" maxlength="${field.most}" placeholder="${field.placeholder}"${!field.optional && html` required`}${
    index === 0 && html` autofocus`
  }`
  const box =
    field.lines === 'many'
      ? html`<textarea ${shared} rows="5">\n${field.value}</textarea>`
      : html`<input type="text" autocomplete="off" value="${field.value}" ${shared}>`
  return html`<label for="${id}">${field.label}</label>\n${box}\n`
}
