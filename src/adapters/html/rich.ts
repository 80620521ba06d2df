import type { Inline, Rich } from '../../ports/message.ts'
import { type Html, html } from './html.ts'

/** Renders rich text as HTML. `nameOf` returns the text of a mention. */
export function richHtml(parts: Rich, nameOf: (ref: string) => string): Html[] {
  return parts.map((part) => inlineHtml(part, nameOf))
}

function inlineHtml(part: Inline, nameOf: (ref: string) => string): Html {
  if (typeof part === 'string') return html`${part}`
  if ('bold' in part) return html`<strong>${part.bold}</strong>`
  if ('code' in part) return html`<code>${part.code}</code>`
  if ('mention' in part) return html`<span class="mention">@<bdi>${nameOf(part.mention)}</bdi></span>`
  return anchor(part.url, part.link)
}

/** Renders a link to the web or a mailbox. Other schemes, such as `javascript:`, are refused. */
export function anchor(url: string, label: string, look?: string): Html {
  if (!URL.canParse(url) || !/^(https?|mailto):$/.test(new URL(url).protocol)) return html`${label}`
  return html`<a${look && html` class="${look}"`} href="${url}" target="_blank" rel="noopener noreferrer">${label}</a>`
}
