import type { Form, Message } from '../../ports/message.ts'

/**
 * Builds a message with a button that opens the form, for places where a form can't be opened directly, such as after a
 * mention or another form.
 */
export function formAsMessage({ intro, title, action }: Form): Message {
  const text = intro.trim() === '' ? title : intro
  return {
    summary: text,
    blocks: [
      { kind: 'text', text: [text] },
      { kind: 'buttons', buttons: [{ action, label: title, look: 'primary' }] },
    ],
  }
}
