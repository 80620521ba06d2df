// Tries a draft while it is typed, and sorts answers with single keys. It sends the same form as the buttons.
import { bringBack, dropTyped, keepTyped, noteSent } from './unsent.js'

const frame = document.getElementById('studio')
const form = frame?.querySelector('form')
const part = (id) => document.getElementById(id)
const field = (name) => form.elements.namedItem(name)
const pauseMs = 250
const keys = { r: 'right', h: 'half', w: 'wrong' }

let typed = 0
let timer
let isAsking = false
/**
 * The values of the buttons that were pressed during a request, because the buttons themselves may have been replaced.
 */
let presses = []

async function ask(button) {
  clearTimeout(timer)
  if (isAsking) {
    presses.push(button?.value)
    return
  }
  isAsking = true
  const [asked, focus] = [typed, placeOf(document.activeElement)]
  const sent = new URLSearchParams(new FormData(form, button))
  try {
    const response = await fetch(frame.dataset.try, { method: 'POST', body: sent })
    if (response.status === 429) later(2000)
    else if (response.status === 401) part('agreement').textContent = frame.dataset.signedOut
    // After signing in again, a page from before can't send anything.
    else if (response.status === 403) part('agreement').textContent = frame.dataset.outdated
    else if (response.status !== 422 && !response.ok) throw new Error(String(response.status))
    else {
      const tried = await response.json()
      if (tried.problem) part('agreement').textContent = tried.problem
      // A result for an older state of the form is ignored.
      else if (asked === typed) {
        show(tried, button, focus)
        if (button || typed > 0) keepTyped()
      }
    }
  } catch {
    part('agreement').textContent = frame.dataset.away
  }
  isAsking = false
  if (presses.length === 0) return
  const pressed = presses.find((value) => value !== undefined)
  presses = pressed === undefined ? [] : presses.slice(presses.indexOf(pressed) + 1)
  ask([...form.elements].find((one) => one.name === 'do' && one.value === pressed))
}

function later(ms = pauseMs) {
  clearTimeout(timer)
  timer = setTimeout(() => ask(), ms)
}

function show(tried, button, focus) {
  part('agreement').textContent = tried.agreement
  part('outcome').innerHTML = tried.outcome
  setText(field('answers'), tried.answers, button)
  // While a model answer is being typed, no rubric is drafted from it.
  if (button || field('rubric').value.trim() !== '') {
    setText(field('rubric'), tried.rubric, button)
    if (tried.isReadable) {
      const kept = focus.name?.match(/^(idea|mistake)-/) ? field(focus.name)?.value : undefined
      part('ideas').innerHTML = tried.ideas
      field('shown').value = tried.rubric
      if (kept !== undefined && field(focus.name)) field(focus.name).value = kept
    }
  }
  goBack(focus)
}

function setText(area, text, button) {
  if (area === document.activeElement && !button) return
  if (area.value.trim() !== text) area.value = text
}

function placeOf(active) {
  const rows = [...part('outcome').querySelectorAll('li')]
  const row = rows.findIndex((one) => one.contains(active))
  const at = row < 0 ? -1 : [...rows[row].querySelectorAll('button')].indexOf(active)
  return { name: active?.name, start: active?.selectionStart, end: active?.selectionEnd, row, at }
}

function goBack({ name, start, end, row, at }) {
  if (row >= 0) return goTo(row, at)
  const again = name && field(name)
  if (!again?.focus || again === document.activeElement) return
  again.focus()
  if (typeof start === 'number' && again.setSelectionRange) again.setSelectionRange(start, end)
}

function goTo(row, at) {
  const rows = part('outcome').querySelectorAll('li')
  const buttons = rows[Math.max(0, Math.min(row, rows.length - 1))]?.querySelectorAll('button')
  buttons?.[Math.max(0, Math.min(at, 2))]?.focus()
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { row, at } = placeOf(document.activeElement)
  if (row < 0) return
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const sort = keys[event.key.toLowerCase()]
  if (step === undefined && sort === undefined) return
  event.preventDefault()
  if (step !== undefined) return goTo(row + step, at)
  const button = part('outcome').querySelectorAll('li')[row].querySelector(`[value$=":${sort}"]`)
  goTo(row + 1, at)
  ask(button)
}

if (form) {
  form.addEventListener('input', () => {
    typed++
    keepTyped()
    later()
  })
  form.addEventListener('submit', (event) => {
    if (['publish', 'keep'].includes(event.submitter?.value)) return noteSent()
    event.preventDefault()
    ask(event.submitter)
  })
  part('outcome').addEventListener('keydown', onKey)
  part('kept')
    .querySelector('button')
    .addEventListener('click', () => {
      // A result that is still on its way must not store the text again.
      typed++
      clearTimeout(timer)
      dropTyped()
      location.assign(location.pathname)
    })
  if (bringBack()) {
    part('kept').hidden = false
    typed++
    ask()
  }
}
