// Shows new lines without reloading, and shows days and times in the reader's time zone.
import { focusNearby } from './focus.js'
import { clearStatus, say, statusWords } from './status.js'

const channel = document.querySelector('.channel[data-path]')
const lines = document.getElementById('lines')
const scroller = document.querySelector('.scroller')
const latest = document.getElementById('latest')
const title = document.title
let waiting = 0

const dayKey = (date) => date.toDateString()
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
const longDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' })

function dayWords(date) {
  const yesterday = new Date()
  yesterday.setDate(yesterday.getDate() - 1)
  if (dayKey(date) === dayKey(new Date())) return lines.dataset.today
  return dayKey(date) === dayKey(yesterday) ? lines.dataset.yesterday : longDay.format(date)
}

// Lines with the same author and audience are grouped under one name.
function authorOf({ classList, dataset }) {
  return `${dataset.author ?? ''} ${classList.contains('private')}`
}

// The first line of each day has a date. A line that follows the same author's previous line soon after has no name.
function arrange() {
  let before
  for (const entry of lines.querySelectorAll(':scope > .entry')) {
    const time = entry.querySelector('time')
    const now = { author: authorOf(entry), at: new Date(time.dateTime), thread: entry.querySelector('.thread') }
    const newDay = !before || dayKey(before.at) !== dayKey(now.at)
    if (newDay) entry.dataset.day = dayWords(now.at)
    else delete entry.dataset.day
    const soon = before && !before.thread && now.at - before.at < 5 * 60_000
    entry.classList.toggle('follows', !newDay && soon && now.author === before.author)
    before = now
  }
  followClosing()
}

// Runs before an entry is on the page, because screen readers say every text that changes there.
function showLocalTimes(part) {
  for (const time of part.querySelectorAll('time')) time.textContent = clock.format(new Date(time.dateTime))
}

// Updates the button that closes questions with their number, and removes the answer buttons of closed questions.
function followClosing() {
  const focused = document.activeElement
  const answers = [...lines.querySelectorAll('button[value^="answer:"]')]
  for (const button of answers) {
    button.hidden = lines.querySelector(`button[value="${button.value.replace('answer', 'knew')}"]`) !== null
  }
  if (focused.hidden) focusNearby()
  const close = document.querySelector('button[value="close-now:0"]')
  if (!close) return
  const open = new Set(answers.filter((one) => !one.hidden && !one.closest('.private')).map(({ value }) => value)).size
  close.textContent = open > 1 ? `${close.dataset.several} ${open}` : close.dataset.one
}

function place(entry, under) {
  const parent = under === undefined ? undefined : document.getElementById(`m${under}`)
  if (!parent) return lines.append(entry)
  let thread = parent.querySelector(':scope > .thread')
  if (!thread) {
    thread = document.createElement('ol')
    thread.className = 'thread'
    thread.setAttribute('aria-label', lines.dataset.thread)
    parent.append(thread)
  }
  thread.append(entry)
}

// A changed message keeps its position, its thread and the focus.
function replace(old, entry) {
  const focused = old.contains(document.activeElement) ? document.activeElement.value : undefined
  const thread = old.querySelector(':scope > .thread')
  if (thread) entry.append(thread)
  old.replaceWith(entry)
  if (focused === undefined) return
  const again = [...entry.querySelectorAll('button')].find((button) => button.value === focused)
  if (again) again.focus()
  else focusNearby()
}

function show({ id, under, html }) {
  const template = document.createElement('template')
  template.innerHTML = html
  const entry = template.content.firstElementChild
  showLocalTimes(entry)
  const old = document.getElementById(`m${id}`)
  const up = scroller.scrollTop < -120
  if (old) replace(old, entry)
  else if (!entry.hidden) {
    entry.classList.add('fresh')
    place(entry, under)
    if (up && !entry.classList.contains('own')) latest.hidden = false
    if (document.hidden) document.title = `(${++waiting}) ${title}`
  }
  arrange()
  if (entry.matches('.own, .private')) toEnd()
  // A message that is taller than the screen is shown from its beginning.
  if (entry.matches('.private') && entry.offsetHeight > scroller.clientHeight) entry.scrollIntoView()
}

function toEnd() {
  scroller.scrollTop = 0
  hideLatest()
}

function hideLatest() {
  const isFocused = document.activeElement === latest
  latest.hidden = true
  if (isFocused) focusNearby()
}

// A shorter interruption is not shown.
const noticeableMs = 1000

let last = channel?.dataset.sequence
let failures = 0
let source
let telling

function found() {
  failures = 0
  clearTimeout(telling)
  delete channel.dataset.lost
  clearStatus('lost', 'failed')
}

function lost() {
  failures += 1
  channel.dataset.lost = 'yes'
  if (!navigator.onLine) return say('lost', statusWords.offline, true)
  clearTimeout(telling)
  telling = setTimeout(() => channel.dataset.lost && say('lost', statusWords.lost), failures > 1 ? 0 : noticeableMs)
}

function listen() {
  source?.close()
  source = new EventSource(`${channel.dataset.path}/events?after=${last}`)
  source.addEventListener('open', found)
  source.addEventListener('entry', (event) => {
    last = event.lastEventId
    show(JSON.parse(event.data))
  })
  source.addEventListener('elsewhere', (event) => {
    const link = document.querySelector(`[data-channel="${CSS.escape(JSON.parse(event.data))}"] .unread`)
    if (link) link.hidden = false
  })
  source.addEventListener('people', (event) => {
    document.getElementById('people').innerHTML = JSON.parse(event.data)
  })
  // The browser doesn't retry after a refused connection, so the script reconnects when the server has restarted.
  source.addEventListener('error', ({ target }) => {
    if (target !== source) return
    lost()
    if (source.readyState === EventSource.CLOSED) retry()
  })
}

async function retry() {
  const refused = source
  const page = await fetch(channel.dataset.path, { method: 'HEAD' }).catch(() => undefined)
  if (refused !== source) return
  if (page?.status === 404) {
    clearTimeout(telling)
    return say('lost', statusWords.gone, true)
  }
  setTimeout(() => refused === source && listen(), Math.min(10_000, 500 * 2 ** failures))
}

// The connection may fail only a minute after the browser goes offline, or never.
addEventListener('offline', () => channel && say('lost', statusWords.offline, true))
addEventListener('online', () => channel && listen())
addEventListener('pagehide', () => source?.close())

if (channel) {
  showLocalTimes(lines)
  arrange()
  listen()
  latest.addEventListener('click', toEnd)
  scroller.addEventListener('scroll', () => {
    if (scroller.scrollTop > -40) hideLatest()
  })
  document.addEventListener('visibilitychange', () => {
    waiting = 0
    document.title = title
  })
  // A page that is restored from the browser's cache is outdated, and its stream is closed.
  addEventListener('pageshow', (event) => event.persisted && location.reload())
}
