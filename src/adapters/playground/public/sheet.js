// The dialog for forms. It doesn't close by accident, and closing it keeps the draft.
import { draftOf, dropDraft, keepDraft } from './drafts.js'
import { focusNearby } from './focus.js'
import { clearStatus, say, statusWords } from './status.js'

export const sheet = document.getElementById('sheet')
let pressedBeside = false

// Only forms with an action have drafts. A partly typed name isn't worth keeping.
function draftKey(form) {
  const action = form?.querySelector('input[name=action]')?.value
  return action && `${form.getAttribute('action')} ${action}`
}

// A choice isn't kept: shown again later, it would look like the saved one.
const fieldsOf = (form) => [...form.querySelectorAll('textarea, [type=text]')]

export function openSheet(markup) {
  clearStatus('draft')
  sheet.innerHTML = markup
  const form = sheet.querySelector('form')
  const key = draftKey(form)
  const draft = key && draftOf(key)
  if (draft) restore(form, draft)
  if (!sheet.open) sheet.showModal()
  const [field] = fieldsOf(form)
  field?.setSelectionRange(field.value.length, field.value.length)
}

function restore(form, draft) {
  let isChanged = false
  for (const field of fieldsOf(form)) {
    const typed = draft[field.name]
    if (!typed || typed === field.value) continue
    field.value = typed
    isChanged = true
  }
  const line = form.querySelector('.progress')
  if (isChanged && line) line.textContent = statusWords.restored
}

export function dropSheetDraft(form) {
  const key = draftKey(form)
  if (key) dropDraft(key)
}

export function problemInSheet(words) {
  clearProblem()
  const line = document.createElement('p')
  line.className = line.id = 'problem'
  line.setAttribute('role', 'alert')
  line.textContent = words
  sheet.querySelector('.sheet-buttons')?.before(line)
  const [field] = fieldsOf(sheet)
  field?.setAttribute('aria-invalid', 'true')
  field?.setAttribute('aria-describedby', 'intro problem')
}

export function clearProblem() {
  sheet.querySelector('.problem')?.remove()
  const field = sheet.querySelector('[aria-invalid]')
  field?.removeAttribute('aria-invalid')
  field?.setAttribute('aria-describedby', 'intro')
}

if (sheet) {
  sheet.addEventListener('input', ({ target }) => {
    const key = draftKey(target.form)
    if (!key) return
    const typed = fieldsOf(target.form).map(({ name, value }) => [name, value])
    if (typed.some(([, value]) => value.trim() !== '')) keepDraft(key, Object.fromEntries(typed))
    else dropDraft(key)
  })

  // A drag that selects text may end outside the dialog, so only a click that also began outside closes it.
  sheet.addEventListener('pointerdown', ({ target }) => {
    pressedBeside = target === sheet
  })
  sheet.addEventListener('click', ({ target }) => {
    if (target === sheet && pressedBeside) sheet.close()
  })

  addEventListener('online', () => {
    if (sheet.querySelector('.problem')?.textContent === statusWords.offline) clearProblem()
  })

  sheet.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit()
  })

  // The dialog returns the focus to the element that opened it, unless that element was replaced.
  sheet.addEventListener('close', () => {
    const key = draftKey(sheet.querySelector('form'))
    if (key && draftOf(key)) say('draft', statusWords.kept)
    if (document.activeElement === document.body) focusNearby()
  })
}
