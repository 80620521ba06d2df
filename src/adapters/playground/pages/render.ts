import type { Place } from '../../../domain/place.ts'
import { playground } from '../../../messages/site/playground.ts'
import type { Block, BoardRow, Button, Message, Rich } from '../../../ports/message.ts'
import type { TranscriptMessage } from '../../../ports/transcript.ts'
import { type Html, html } from '../../html/html.ts'
import { anchor, richHtml } from '../../html/rich.ts'

type AnyBlock = Block | TranscriptMessage['blocks'][number]

export type Rendering = {
  pressPath: string
  /** New for each rendering, so that a form that is submitted twice counts once. */
  once: string
  nameOf(ref: Place): string | undefined
  /** The level of headings in a message. It is 3 in a channel, where each message has its own heading. */
  level?: 2 | 3
}

/**
 * Renders a message as HTML and escapes all its texts. A picture that is not stored is replaced with its alternative
 * text.
 */
export function renderMessage(message: Message | TranscriptMessage, rendering: Rendering): Html {
  const blocks: readonly AnyBlock[] =
    message.blocks.length > 0 ? message.blocks : [{ kind: 'text', text: [message.summary] }]
  const looks = [
    'message',
    message.blocks.some(({ kind }) => kind === 'heading') && 'card',
    message.verdict && `verdict verdict-${message.verdict}`,
    message.celebrates && 'celebrates',
  ].filter((look) => look)
  return html`<div class="${looks.join(' ')}">${blocks.map((block) => renderBlock(block, rendering))}</div>`
}

function renderBlock(block: AnyBlock, rendering: Rendering): Html {
  switch (block.kind) {
    case 'heading':
      return rendering.level === 2 ? html`<h2>${block.text}</h2>` : html`<h3>${block.text}</h3>`
    case 'text':
      return html`<p>${rich(block.text, rendering)}</p>`
    case 'quote':
      return html`<blockquote><p>${rich(block.text, rendering)}</p></blockquote>`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${rich(item, rendering)}</li>`)}</ul>`
    case 'board':
      return renderBoard(block.rows)
    case 'note':
      return html`<p class="note">${rich(block.text, rendering)}</p>`
    case 'image':
      return 'picture' in block
        ? html`<img src="/play/picture/${block.picture}.png" alt="${block.alt}" loading="lazy" decoding="async">`
        : html`<p class="note">${block.alt}</p>`
    case 'buttons':
      return html`<form class="buttons" method="post" action="${rendering.pressPath}"><input type="hidden" name="once" value="${
        rendering.once
      }">${block.buttons.map(renderButton)}</form>`
  }
}

function rich(parts: Rich, { nameOf }: Rendering): Html[] {
  return richHtml(parts, (ref) => nameOf(ref) ?? playground.stream.someone)
}

function renderButton(button: Button): Html {
  if ('url' in button) return anchor(button.url, button.label, 'button')
  return html`<button class="button ${button.look}" name="action" value="${button.action}">${button.label}</button>`
}

function renderBoard(rows: readonly BoardRow[]): Html {
  return html`<table class="board"><tbody>${rows.map(
    (row) =>
      html`<tr class="rank-${row.rank <= 3 ? row.rank : 'more'}${row.own && ' own'}"><td class="rank">${row.rank}</td><th scope="row"><bdi>${
        row.name
      }</bdi>${row.aside && html` <span class="aside">${row.aside}</span>`}</th><td class="move">${movement(row.movement)}</td><td class="points">${
        row.points
      }</td></tr>`,
  )}</tbody></table>`
}

function movement(ranks: number | undefined): Html | undefined {
  if (!ranks) return undefined
  const { up, down } = playground.stream
  const [look, sign, words] = ranks > 0 ? ['up', '▲', up(ranks)] : ['down', '▼', down(-ranks)]
  return html`<span class="${look}"><span aria-hidden="true">${sign}${Math.abs(ranks)}</span><span class="unseen">${words}</span></span>`
}
