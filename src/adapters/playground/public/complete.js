// Completes commands in the message box. The arrow keys select, Tab or Enter accepts, and Escape cancels.
const text = document.getElementById('text')
const list = document.getElementById('choices')
const channel = document.querySelector('.channel[data-path]')
let active = -1
let asked = 0

function hide() {
  list.hidden = true
  list.replaceChildren()
  active = -1
  text.setAttribute('aria-expanded', 'false')
  text.removeAttribute('aria-activedescendant')
}

function offer(choices) {
  hide()
  if (choices.length === 0) return
  list.append(...choices.map(option))
  list.hidden = false
  list.scrollTop = 0
  text.setAttribute('aria-expanded', 'true')
}

function option({ line, word, help }, index) {
  const item = document.createElement('li')
  item.id = `choice-${index}`
  item.role = 'option'
  item.ariaSelected = 'false'
  item.dataset.line = line
  const name = document.createElement('b')
  name.textContent = word
  const about = document.createElement('span')
  about.textContent = help.startsWith(word) ? help.slice(word.length).replace(/^:? /, '') : help
  item.append(name, about)
  return item
}

function activate(index) {
  const items = [...list.children]
  active = (index + items.length) % items.length
  for (const [at, item] of items.entries()) item.ariaSelected = String(at === active)
  items[active].scrollIntoView({ block: 'nearest' })
  text.setAttribute('aria-activedescendant', items[active].id)
}

function take(index) {
  text.value = list.children[index].dataset.line
  text.focus()
  suggest()
}

async function suggest() {
  const { command, commandHelp } = text.dataset
  const typed = text.value.trimStart()
  const turn = ++asked
  if (!typed.startsWith('/')) return hide()
  if (command.startsWith(typed)) return offer([{ line: `${command} `, word: command, help: commandHelp }])
  if (!typed.startsWith(`${command} `)) return hide()
  const words = typed.slice(command.length + 1)
  const response = await fetch(`${channel.dataset.path}/complete?words=${encodeURIComponent(words)}`).catch(
    () => undefined,
  )
  if (!response?.ok || turn !== asked) return
  const { choices } = await response.json()
  if (turn !== asked || document.activeElement !== text) return
  offer(choices.map(({ word, help }) => ({ line: `${command} ${word} `, word, help })))
}

function onKey(event) {
  if (list.hidden) return
  const keys = {
    ArrowDown: () => activate(active + 1),
    ArrowUp: () => activate(active < 0 ? -1 : active - 1),
    Tab: () => take(Math.max(0, active)),
    Enter: () => take(active),
    Escape: hide,
  }
  if (event.isComposing || event.shiftKey || !keys[event.key]) return
  // Enter without a selection sends the text.
  if (event.key === 'Enter' && active < 0) return hide()
  event.preventDefault()
  keys[event.key]()
}

if (text) {
  text.addEventListener('input', suggest)
  text.addEventListener('keydown', onKey)
  text.addEventListener('blur', () => setTimeout(() => document.activeElement !== text && hide(), 100))
  text.form.addEventListener('submit', () => {
    asked += 1
    hide()
  })
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const item = event.target.closest('li')
    if (item) take([...list.children].indexOf(item))
  })
}
