// Sends the page's forms without leaving it. What comes of them arrives through the stream; a form that comes back is
// shown in the dialog. Without this script the same forms are sent the plain way.
const sheet = document.getElementById('sheet')
const status = document.getElementById('status')
const box = document.getElementById('box')

// crypto.randomUUID is missing on plain HTTP, as on a machine of one's own network.
function fresh() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function complain(words) {
  if (sheet?.open) {
    const line = sheet.querySelector('.problem') ?? sheet.firstElementChild.appendChild(document.createElement('p'))
    line.className = 'problem'
    line.setAttribute('role', 'alert')
    line.textContent = words
  } else if (status) {
    status.className = 'status bad'
    status.textContent = words
  }
}

function openSheet(markup) {
  sheet.innerHTML = markup
  if (!sheet.open) sheet.showModal()
}

async function ask(address, options) {
  const response = await fetch(address, { ...options, headers: { accept: 'application/json' } })
  const answer = await response.json()
  return response.ok || answer.kind === 'refused' ? answer : { kind: 'refused', words: status?.dataset.failed ?? '' }
}

function obey(answer) {
  if (answer.kind === 'refused') return complain(answer.words)
  if (status) status.textContent = ''
  if (answer.kind === 'form') return openSheet(answer.html)
  if (answer.kind === 'reload') return location.reload()
  if (sheet?.open) sheet.close()
  // A page that has no stream, as where one address has many open, looks for itself.
  if (document.querySelector('.channel[data-lost]') || !document.getElementById('lines')) location.assign(answer.path)
}

document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!sheet) return
  event.preventDefault()
  if (form.dataset.sending) return
  form.dataset.sending = 'yes'
  const body = new URLSearchParams(new FormData(form))
  if (event.submitter?.name) body.set(event.submitter.name, event.submitter.value)
  const typed = form === box ? box.elements.text.value : ''
  if (form === box) box.elements.text.value = ''
  try {
    // The attribute, as a field called `action` hides the property.
    const answer = await ask(form.getAttribute('action'), { method: 'POST', body })
    if (answer.kind === 'refused' && typed) box.elements.text.value ||= typed
    else if (form.elements.once) form.elements.once.value = fresh()
    obey(answer)
  } catch {
    if (typed) box.elements.text.value ||= typed
    complain(status.dataset.failed)
  } finally {
    delete form.dataset.sending
  }
})

document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-sheet], a[data-close]')
  if (!link || !sheet || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  if (link.matches('[data-close]')) return sheet.close()
  obey(await ask(link.href).catch(() => ({ kind: 'refused', words: status.dataset.failed })))
})

sheet?.addEventListener('click', (event) => {
  if (event.target === sheet) sheet.close()
})

sheet?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit()
})

// The dialog gives the focus back to what opened it, unless that was replaced meanwhile.
sheet?.addEventListener('close', () => {
  if (document.activeElement === document.body) box.elements.text.focus()
})
