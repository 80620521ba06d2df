// The status line above the message box. Each source has its own text and clears only that. The latest text is shown.
const status = document.getElementById('status')
const said = new Map()

export const statusWords = status?.dataset ?? {}

function show() {
  if (!status) return
  const { words = '', isBad = false } = [...said.values()].at(-1) ?? {}
  status.classList.toggle('bad', isBad)
  if (status.textContent !== words) status.textContent = words
}

export function say(who, words, isBad = false) {
  said.delete(who)
  said.set(who, { words, isBad })
  show()
}

export function clearStatus(...speakers) {
  for (const who of speakers) said.delete(who)
  show()
}
