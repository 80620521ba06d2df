// Submits the page's forms without leaving it. The results arrive through the stream, and a form in the response is
// shown in the dialog. If this script doesn't run, the browser submits the same forms itself.
import { dropDraft, noteSent } from './drafts.js'
import { focusAfterReload, focusNearby, hasMouse, reloadAt } from './focus.js'
import { clearProblem, dropSheetDraft, openSheet, problemInSheet, sheet } from './sheet.js'
import { clearStatus, say, statusWords } from './status.js'

const box = document.getElementById('box')
const place = document.querySelector('.channel[data-path]')?.dataset.path

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''

// The status isn't shown for shorter waits.
const noticeableMs = 300
// No response takes longer than this, so the connection is lost.
const patienceMs = 20_000

// Browsers don't provide crypto.randomUUID over plain HTTP, such as in a local network.
function fresh() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function complain(words) {
  if (sheet?.open) problemInSheet(words)
  else say('failed', words, true)
}

async function ask(address, options) {
  const signal = AbortSignal.timeout(patienceMs)
  const headers = { accept: 'application/json', 'time-zone': zone }
  const response = await fetch(address, { ...options, signal, headers })
  const answer = await response.json()
  return response.ok || answer.kind === 'refused' ? answer : { kind: 'refused', words: statusWords.failed ?? '' }
}

const failed = () => ({ kind: 'refused', words: navigator.onLine ? statusWords.failed : statusWords.offline })

function applyAnswer(answer) {
  if (answer.kind === 'refused') return complain(answer.words)
  clearStatus('failed', 'draft')
  if (answer.kind === 'form') return openSheet(answer.html)
  if (answer.kind === 'reload') return reloadAt('you')
  if (sheet?.open) sheet.close()
  // A page without a stream is reloaded, for example if an address has too many streams open.
  if (document.querySelector('.channel[data-lost]') || !document.getElementById('lines')) location.assign(answer.path)
}

// Shows that something is being sent, if it takes longer than a moment. Returns a function that ends the display.
function busy(part) {
  part.setAttribute('aria-busy', 'true')
  const line = part.closest('dialog')?.querySelector('.progress')
  const before = line?.textContent
  const telling = setTimeout(() => {
    if (line) line.textContent = statusWords.sending
    else say('busy', statusWords.sending)
  }, noticeableMs)
  return () => {
    clearTimeout(telling)
    part.removeAttribute('aria-busy')
    if (line?.textContent === statusWords.sending) line.textContent = before
    clearStatus('busy')
  }
}

// Empties the message box immediately. The text comes back if it did not arrive.
function takeLine() {
  const { text } = box.elements
  const typed = text.value
  text.value = ''
  if (typed) noteSent(typed)
  return {
    arrived: () => text.value === '' && dropDraft(place),
    lost: () => {
      text.value ||= typed
    },
  }
}

document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!sheet) return
  event.preventDefault()
  if (form.ariaBusy === 'true') return
  const body = new URLSearchParams(new FormData(form))
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value)
  clearProblem()
  const done = busy(form)
  const line = form === box ? takeLine() : undefined
  // Reads the attribute, because a field named `action` hides the property.
  const answer = await ask(form.getAttribute('action'), { method: 'POST', body }).catch(failed)
  done()
  if (answer.kind === 'refused') line?.lost()
  else {
    line?.arrived()
    if (form.closest('dialog')) dropSheetDraft(form)
    if (form.elements.once) form.elements.once.value = fresh()
  }
  applyAnswer(answer)
})

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-sheet], a[data-close]')
  if (!link || !sheet || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  if (link.matches('[data-close]')) return sheet.close()
  if (link.ariaBusy === 'true') return
  const done = busy(link)
  const answer = await ask(link.href).catch(failed)
  done()
  applyAnswer(answer)
})

focusAfterReload()
if (box && hasMouse && document.activeElement === document.body) focusNearby()
