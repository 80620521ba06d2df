import { playground } from '../../../messages/site/playground.ts'
import type { Message } from '../../../ports/message.ts'
import type { TranscriptMessage } from '../../../ports/transcript.ts'
import { type Html, html } from '../../html/html.ts'

/** Makes a message link to an earlier line. The line's number is stored with the message. */
export function pointing({ summary, headline = summary }: Message, to: number): Message {
  const pointer: Message & { pointsTo: number } = {
    summary: headline,
    blocks: [{ kind: 'text', text: [headline] }],
    pointsTo: to,
  }
  return pointer
}

export function pointerLink(message: TranscriptMessage): Html | undefined {
  if (!('pointsTo' in message) || typeof message.pointsTo !== 'number') return undefined
  return html`<p><a class="button quiet" href="#m${message.pointsTo}">${playground.stream.jump}</a></p>`
}
