// Asks before unsaved changes are lost: if another form on the page is submitted, which loads the page again, or if the
// page is left.
const forms = [...document.querySelectorAll('form[data-unsaved]')]

function isChanged(field) {
  if (field.type === 'checkbox') return field.checked !== field.defaultChecked
  if (field.options)
    return [...field.options].some((option) => option.selected !== option.defaultSelected && option.selected)
  return field.defaultValue !== undefined && field.type !== 'hidden' && field.value !== field.defaultValue
}

const hasChanges = (form) => [...form.elements].some(isChanged)
let isSent = false

document.addEventListener('submit', (event) => {
  const other = forms.find((form) => form !== event.target && hasChanges(form))
  isSent = !other || confirm(other.dataset.unsaved)
  if (!isSent) event.preventDefault()
})

addEventListener('beforeunload', (event) => {
  if (!isSent && forms.some(hasChanges)) event.preventDefault()
})

// The browser may show the same page again after going back.
addEventListener('pageshow', () => {
  isSent = false
})
