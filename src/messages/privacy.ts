import type { Message } from '../ports/message.ts'
import { sentence } from './rich.ts'

export function exportOffer(url: string | undefined): Message {
  if (url === undefined)
    return sentence('I don’t know my own web address, so I can’t give you a link. An operator can set `PUBLIC_URL`.')
  const said =
    'This link downloads everything I have stored about you, as JSON. It works once and expires after a day. Keep it to yourself.'
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'buttons', buttons: [{ url, label: 'Download' }] },
    ],
  }
}

export function forgetQuestion(): Message {
  const said =
    'This erases your name and everything you wrote, for good. Your points stay on past boards, and so does a question that you suggested if it was published, both without your name.'
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'buttons', buttons: [{ action: 'privacy-forget:0', label: 'Forget me', look: 'danger' }] },
    ],
  }
}

export function forgotten(): Message {
  return sentence('Done. I’ve forgotten you. You can play again from the next question on, as a new player.')
}
