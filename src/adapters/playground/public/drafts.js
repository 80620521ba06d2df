// Keeps unsent text for this tab until it is sent, by round for forms and by channel for the message box.
const most = { lines: 30 }

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? undefined
  } catch {
    return undefined
  }
}

// If the browser refuses to store anything, a draft lasts as long as its field.
function write(key, value) {
  try {
    if (value === undefined) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(value))
  } catch {}
}

export const keepDraft = (key, draft) => write(`draft ${key}`, draft)
export const draftOf = (key) => read(`draft ${key}`)
export const dropDraft = (key) => write(`draft ${key}`, undefined)

const box = document.getElementById('box')
const text = document.getElementById('text')
const choices = document.getElementById('choices')
const place = document.querySelector('.channel[data-path]')?.dataset.path
let recalled = 0

// Remembers sent lines for the arrow keys, including those that never arrived.
export function noteSent(line) {
  recalled = 0
  const lines = (read(`sent ${place}`) ?? []).filter((one) => one !== line)
  write(`sent ${place}`, [...lines, line].slice(-most.lines))
}

function recall(step) {
  const lines = read(`sent ${place}`) ?? []
  const next = Math.min(lines.length, Math.max(0, recalled + step))
  if (next === recalled) return
  recalled = next
  text.value = recalled === 0 ? '' : (lines.at(-recalled) ?? '')
  keepDraft(place, text.value)
}

if (box && place) {
  const draft = draftOf(place)
  if (draft && !text.value) text.value = draft
  text.addEventListener('input', () => {
    recalled = 0
    if (text.value) keepDraft(place, text.value)
    else dropDraft(place)
  })
  text.addEventListener('keydown', (event) => {
    if (!choices.hidden || event.isComposing || event.shiftKey || event.altKey) return
    const isRecalled = recalled > 0 || text.value === ''
    if (event.key === 'ArrowUp' && isRecalled) recall(1)
    else if (event.key === 'ArrowDown' && recalled > 0) recall(-1)
    else return
    event.preventDefault()
  })
}
