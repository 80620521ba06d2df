// On a touchscreen, the on-screen keyboard would cover the messages, so the message box gets the focus only with a mouse.
export const hasMouse = matchMedia('(pointer: fine)').matches

// Continues the keyboard's way if the focused element is gone.
export function focusNearby() {
  document.querySelector(hasMouse ? '#text' : '.scroller')?.focus({ preventScroll: true })
}
