import type { Form, Message } from '../../ports/message.ts'

/** A form for where none can be opened, as after a mention or another form: a button that asks for it. */
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
