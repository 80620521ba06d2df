import { setup } from '../../../messages/desk/setup.ts'
import type { SetupField, SetupView } from '../../../ports/desk/setup.ts'
import { type Html, html } from '../../html/html.ts'

const choices: Partial<Record<SetupField, Record<string, string>>> = setup.settings.options

const numbers: Partial<Record<SetupField, [least: number, most: number]>> = {
  attempts: [1, 5],
  'extra-rounds': [0, 50],
  retention: [1, 120],
}

/** Renders a field for each setting. The values are the same as in commands. */
export function settingFields(
  names: readonly SetupField[],
  value: (name: SetupField) => string,
  known: Pick<SetupView, 'packs' | 'topics'>,
): Html[] {
  return names.map(
    (name) =>
      html`<label class="field">${setup.settings.labels[name]}${box(name, value(name))}</label>${hint(name, known)}\n`,
  )
}

function box(name: SetupField, value: string): Html {
  const options = choices[name]
  if (options) {
    return html`<select name="${name}">${Object.entries(options).map(
      ([option, words]) => html`<option value="${option}"${option === value && html` selected`}>${words}</option>`,
    )}</select>`
  }
  const range = numbers[name]
  if (range) return html`<input type="number" name="${name}" min="${range[0]}" max="${range[1]}" value="${value}">`
  return html`<input name="${name}" value="${value}" maxlength="1000" autocomplete="off"${name === 'zone' && html` list="zones"`}>`
}

function hint(name: SetupField, known: Pick<SetupView, 'packs' | 'topics'>): Html | undefined {
  const { hints } = setup.settings
  if (name === 'topics' || name === 'packs') return html`<p class="fine">${hints[name]} ${known[name].join(' ')}</p>`
  return name === 'reveal-after' || name === 'holidays' ? html`<p class="fine">${hints[name]}</p>` : undefined
}
