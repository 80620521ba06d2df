import { installWords, scopesMissing } from '../../../messages/slack.ts'
import type { ChatNeeds } from '../../chats/chat-module.ts'
import { html } from '../../html/html.ts'
import type { OptionalScope } from './manifest.ts'

/**
 * Renders the last page of an install, with the next step or a retry. `missing` lists the scopes that weren't granted.
 */
export function installPage(
  end: { kind: 'installed'; open: string; missing: readonly OptionalScope[] } | { kind: 'failed'; again: string },
  sitePage: ChatNeeds['sitePage'],
): string {
  const { failed, again, start, done, intro, steps, open, without } = installWords
  if (end.kind === 'failed') {
    const content = html`<div class="notice"><h1>${failed}</h1>
<p>${again} <a href="${end.again}">${start}</a></p></div>`
    return sitePage(failed, content).toString()
  }
  const left = html`<p>${without}</p>
<ul>${scopesMissing(end.missing).map(({ scope, adds }) => html`<li><code>${scope}</code>: ${adds}</li>\n`)}</ul>`
  const content = html`<div class="notice"><h1>${done}</h1>
<p>${intro}</p>
<ol>${steps.map((step) => html`<li>${step}</li>\n`)}</ol>
<p><a class="button primary" href="${end.open}">${open}</a></p>
${end.missing.length > 0 && left}</div>`
  return sitePage(done, content).toString()
}
