import type { Message } from '../../ports/message.ts'
import { sentence } from '../rich.ts'

export function deskOffer(url: string | undefined): Message {
  if (url === undefined) {
    return sentence('I don’t know my own web address, so I can’t give you a link. An operator can set `PUBLIC_URL`.')
  }
  const said =
    'The desk is where admins run the quiz in a browser. This link signs you in: it works once, within 15 minutes, and you stay signed in for 12 hours. Keep it to yourself.'
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'buttons', buttons: [{ url, label: 'Go to the desk' }] },
    ],
  }
}
