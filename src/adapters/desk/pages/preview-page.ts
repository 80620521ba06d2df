import { channelName } from '../../../messages/closed-channel.ts'
import { coming } from '../../../messages/desk/coming.ts'
import { prose } from '../../../messages/rich.ts'
import type { Block, Message, Rich } from '../../../ports/message.ts'
import { type Html, html } from '../../html/html.ts'
import { richHtml } from '../../html/rich.ts'
import type { Page } from '../room.ts'
import { idIn } from './id-in.ts'

export const previewPage: Page = {
  path: '/desk/coming/preview',
  async show(desk, { visit, query }) {
    const channelId = idIn(query.channel)
    const preview = await desk.preview(visit, channelId, query.question ?? '')
    if (!preview) return undefined
    const words = coming.shown
    const { card, hint, modelAnswer, explanation } = preview
    return {
      title: words.title,
      content: html`<h1>${words.title}</h1>
<p class="lead">${words.lead(channelName({ name: preview.channelName }))}</p>
<p><a href="/desk/coming?channel=${channelId}">${words.back}</a></p>
<article class="card">${message(card)}</article>
${hint !== '' && html`<h2>${words.hint}</h2><article class="card"><p>${rich(prose(hint))}</p></article>`}
<h2>${words.after}</h2>
<article class="card"><p>${rich(prose(modelAnswer))}</p>${explanation !== '' && html`<p class="fine">${rich(prose(explanation))}</p>`}</article>`,
    }
  },
}

function message({ blocks }: Message): Html[] {
  return blocks.map(block)
}

function block(one: Block): Html {
  switch (one.kind) {
    case 'heading':
      return html`<h2>${one.text}</h2>\n`
    case 'text':
      return html`<p>${rich(one.text)}</p>\n`
    case 'note':
      return html`<p class="fine">${rich(one.text)}</p>\n`
    case 'buttons':
      return html`<p class="row-buttons">${one.buttons.map(({ label }) => html`<span class="button small">${label}</span>\n`)}</p>\n`
    default:
      return html``
  }
}

function rich(text: Rich): Html[] {
  return richHtml(text, (ref) => ref)
}
