// Keeps the studio's text for this tab until it is published or saved, by person and question.
const frame = document.getElementById('studio')
const form = frame?.querySelector('form')
const owner = `studio ${frame?.dataset.owner} `
const key = owner + frame?.dataset.question
const sentKey = 'studio-sent'
const notTyped = ['', 'token', 'do', 'shown']

// If the browser refuses to store anything, the text lasts as long as its page.
function stored(use) {
  try {
    return use(sessionStorage)
  } catch {
    return undefined
  }
}

const fields = () => [...form.elements].filter(({ name }) => name !== undefined && !notTyped.includes(name))
const typedIn = (field) => (field.type === 'checkbox' ? field.checked : field.value)
const bare = (value) => (typeof value === 'string' ? value.trim() : value)

export function keepTyped() {
  const typed = Object.fromEntries(fields().map((field) => [field.name, typedIn(field)]))
  stored((storage) => storage.setItem(key, JSON.stringify(typed)))
}

/** Returns false if there is no stored text. */
export function bringBack() {
  const typed = stored((storage) => JSON.parse(storage.getItem(key)))
  if (!typed) return false
  // The ideas on the page belong to the rubric that the page was loaded with. If the rubric has changed, its ideas are
  // drawn when it is tried.
  const sameRubric = bare(typed.rubric) === bare(form.elements.namedItem('shown').value)
  const isMeant = ({ name }) => name in typed && (sameRubric || !/^(idea|mistake)-/.test(name))
  const changed = fields().filter((field) => isMeant(field) && bare(typed[field.name]) !== bare(typedIn(field)))
  for (const field of changed) {
    if (field.type === 'checkbox') field.checked = typed[field.name]
    else field.value = typed[field.name]
    field.closest('details')?.setAttribute('open', '')
  }
  return changed.length > 0
}

/** The address of the next page shows whether the text was saved. */
export const noteSent = () => stored((storage) => storage.setItem(sentKey, key))
export const dropTyped = () => stored((storage) => storage.removeItem(key))

stored((storage) => {
  const sent = storage.getItem(sentKey)
  storage.removeItem(sentKey)
  const said = new URLSearchParams(location.search).get('said')
  if (sent && ['published', 'kept'].includes(said)) storage.removeItem(sent)
  if (!frame) return
  // Removes the texts of another person who used this tab.
  const kept = Object.keys(storage).filter((one) => one.startsWith('studio '))
  for (const one of kept) if (!one.startsWith(owner)) storage.removeItem(one)
})
