// Sends the page's forms without leaving it. What comes of them arrives through the stream; a form that comes back is
// shown in the dialog. Without this script the same forms are sent the plain way.
import { dropDraft, noteSent } from './drafts.js'
import { dropSheetDraft, openSheet, problemInSheet, sheet } from './sheet.js'
import { say, statusWords, unsay } from './status.js'

const box = document.getElementById('box')
const place = document.querySelector('.channel[data-path]')?.dataset.path

// Shorter waits need no words.
const noticeableMs = 300
// Longer than anything takes here: the connection is gone.
const patienceMs = 20_000

// crypto.randomUUID is missing on plain HTTP, as on a machine of one's own network.
function fresh() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function complain(words) {
  if (sheet?.open) problemInSheet(words)
  else say('failed', words, true)
}

async function ask(address, options) {
  const signal = AbortSignal.timeout(patienceMs)
  const response = await fetch(address, { ...options, signal, headers: { accept: 'application/json' } })
  const answer = await response.json()
  return response.ok || answer.kind === 'refused' ? answer : { kind: 'refused', words: statusWords.failed ?? '' }
}

const failed = () => ({ kind: 'refused', words: navigator.onLine ? statusWords.failed : statusWords.offline })

function obey(answer) {
  if (answer.kind === 'refused') return complain(answer.words)
  unsay('failed')
  if (answer.kind === 'form') return openSheet(answer.html)
  if (answer.kind === 'reload') return location.reload()
  if (sheet?.open) sheet.close()
  // A page that has no stream, as where one address has many open, looks for itself.
  if (document.querySelector('.channel[data-lost]') || !document.getElementById('lines')) location.assign(answer.path)
}

// Says that something is being sent, where it takes longer than a moment; gives what ends that.
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
    unsay('busy')
  }
}

// What was typed in the box is gone from it at once, and comes back where it did not arrive.
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
  const done = busy(form)
  const line = form === box ? takeLine() : undefined
  // The attribute, as a field called `action` hides the property.
  const answer = await ask(form.getAttribute('action'), { method: 'POST', body }).catch(failed)
  done()
  if (answer.kind === 'refused') line?.lost()
  else {
    line?.arrived()
    if (form.closest('dialog')) dropSheetDraft(form)
    if (form.elements.once) form.elements.once.value = fresh()
  }
  obey(answer)
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
  obey(answer)
})

// Whoever has a keyboard types at once. A finger would bring up the keys and hide what is to be read.
if (box && matchMedia('(pointer: fine)').matches && document.activeElement === document.body) {
  box.elements.text.focus({ preventScroll: true })
}
