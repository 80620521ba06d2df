import type { Block, Message } from '../../ports/message.ts'
import { type Html, html } from '../html/html.ts'
import { richHtml } from '../html/rich.ts'

export function messageHtml({ blocks }: Message): Html {
  return html`<div class="told">${blocks.map(blockHtml)}</div>`
}

function blockHtml(block: Block): Html | undefined {
  switch (block.kind) {
    case 'heading':
      return html`<p><strong>${block.text}</strong></p>`
    case 'text':
      return html`<p>${richHtml(block.text, nobody)}</p>`
    case 'quote':
      return html`<blockquote><p>${richHtml(block.text, nobody)}</p></blockquote>`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${richHtml(item, nobody)}</li>`)}</ul>`
    case 'note':
      return html`<p class="fine">${richHtml(block.text, nobody)}</p>`
    case 'board':
    case 'image':
    case 'buttons':
      return undefined
  }
}

function nobody(): string {
  return ''
}
