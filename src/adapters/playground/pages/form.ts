import { placeParts } from '../../../domain/place.ts'
import { playground } from '../../../messages/site/playground.ts'
import type { Field, Form } from '../../../ports/message.ts'
import { type Html, html } from '../../html/html.ts'
import { type Level, sheetTitle } from './sheet-title.ts'

/** Renders a form's title and fields, for a dialog or, without scripts, for a separate page. */
export function renderForm(form: Form, submitPath: string, cancelPath: string, once: string, level: Level = 2): Html {
  return html`<form class="sheet" method="post" action="${submitPath}">
${sheetTitle(form.title, level)}
${form.intro && html`<p class="intro" id="intro">${form.intro}</p>`}
<input type="hidden" name="action" value="${form.action}"><input type="hidden" name="once" value="${once}">
${form.fields.map((field, index) => renderField(field, index, form.intro !== '' && index === 0))}
<p class="fine progress" role="status"></p>
<p class="sheet-buttons"><a class="button plain" href="${cancelPath}" data-close>${playground.dialog.cancel}</a>
<button class="button primary">${form.submit}</button></p>
</form>`
}

function renderField(field: Field, index: number, hasIntro: boolean): Html {
  const id = `field-${index}`
  const focus = index === 0 && html` autofocus${hasIntro && html` aria-describedby="intro"`}`
  const shared = html`id="${id}" name="value.${field.name}"${!('optional' in field && field.optional) && html` required`}${focus}`
  return html`<label for="${id}">${field.label}</label>\n${box(field, shared)}\n`
}

/** Every kind of field has a plain HTML input, which works without a script. */
function box(field: Field, shared: Html): Html {
  switch (field.kind) {
    case 'choice':
      return html`<select ${shared}>${field.choices.map(
        ({ value, label }) =>
          html`<option value="${value}"${value === field.value && html` selected`}>${label}</option>\n`,
      )}</select>`
    case 'time':
      return html`<input type="time" value="${field.value}" ${shared}>`
    case 'channel':
      // A sandbox has too few channels for a choice, so the form applies to the channel it was opened in.
      return html`<select ${shared}><option value="${field.value}">#${placeParts(field.value ?? '').at(-1)}</option></select>`
    case 'file':
      // `carryOut` refers people to the desk for files.
      return html``
    default: {
      const limit = field.refusesLonger ? html`` : html` maxlength="${field.most}"`
      const limited = html`${shared}${limit} placeholder="${field.placeholder}"`
      return field.lines === 'many'
        ? html`<textarea ${limited} rows="5">\n${field.value}</textarea>`
        : html`<input type="text" autocomplete="off" value="${field.value}" ${limited}>`
    }
  }
}
