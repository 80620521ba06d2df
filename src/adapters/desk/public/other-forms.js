// Asks before a form is submitted while another form on the page has unsaved changes, because the page is loaded again.
const forms = [...document.querySelectorAll('form[data-unsaved]')]

function isChanged(field) {
  if (field.type === 'checkbox') return field.checked !== field.defaultChecked
  if (field.options)
    return [...field.options].some((option) => option.selected !== option.defaultSelected && option.selected)
  return field.defaultValue !== undefined && field.type !== 'hidden' && field.value !== field.defaultValue
}

document.addEventListener('submit', (event) => {
  const other = forms.find((form) => form !== event.target && [...form.elements].some(isChanged))
  if (other && !confirm(other.dataset.unsaved)) event.preventDefault()
})
