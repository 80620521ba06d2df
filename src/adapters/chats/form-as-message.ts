import type { Form, Message } from '../../ports/message.ts'

/** Replaces a form that can't be opened, such as after a mention or another form: a button that asks for it. */
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
