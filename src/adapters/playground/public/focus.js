// On a touchscreen, the on-screen keyboard would cover the messages, so the message box gets the focus only with a mouse.
export const hasMouse = matchMedia('(pointer: fine)').matches

// Continues the keyboard's way if the focused element is gone.
export function focusNearby() {
  document.querySelector(hasMouse ? '#text' : '.scroller')?.focus({ preventScroll: true })
}

// Reloads the page and returns to an element, which then says what has changed.
export function reloadAt(id) {
  try {
    sessionStorage.setItem('focus', id)
  } catch {}
  location.reload()
}

export function focusAfterReload() {
  try {
    document.getElementById(sessionStorage.getItem('focus'))?.focus()
    sessionStorage.removeItem('focus')
  } catch {}
}
