import { createHash } from 'node:crypto'
import type { Place } from '../../../domain/place.ts'
import { playground } from '../../../messages/site/playground.ts'
import type { TranscriptEntry } from '../../../ports/transcript.ts'
import { type Html, html } from '../../html/html.ts'
import { brandMark } from '../../html/page.ts'
import { initials } from '../player-name.ts'
import { pointerLink } from './pointer-line.ts'
import { type Rendering, renderMessage } from './render.ts'
import { isVanished, isWorking } from './temporary-line.ts'

const hues = 12

export function renderEntry(
  entry: TranscriptEntry,
  rendering: Rendering,
  reader: Place,
  replies: readonly Html[] = [],
): Html {
  const { stream } = playground
  if (isVanished(entry.message)) return html`<li id="m${entry.id}" hidden></li>`
  const { message } = entry
  const looks = [
    entry.author ? 'person' : 'bot',
    entry.author?.ref === reader && 'own',
    entry.onlyFor !== undefined && 'private',
    isWorking(message) && 'working',
  ].filter((look) => look !== false && look !== undefined)
  return html`<li id="m${entry.id}" class="entry ${looks.join(' ')}"${entry.author && html` data-author="${entry.author.ref}"`}>
${entry.author ? avatar(entry.author) : botAvatar()}
<div class="entry-main">
<p class="entry-head"><span class="author"><bdi>${entry.author?.name ?? playground.bot}</bdi></span>${
    !entry.author && html` <span class="badge">${playground.badge}</span>`
  } ${time(entry.sentAt)}${entry.onlyFor !== undefined && html` <span class="only-you">${stream.onlyYou}</span>`}${
    entry.edited && html` <span class="edited">${stream.edited}</span>`
  }</p>
${renderMessage(message, rendering)}${pointerLink(message)}
</div>
${replies.length > 0 && html`<ol class="thread" aria-label="${stream.thread}">${replies}</ol>`}
</li>`
}

export function avatar({ ref, name }: { ref: Place; name: string }): Html {
  const hue = (createHash('sha256').update(ref).digest()[0] ?? 0) % hues
  return html`<span class="avatar hue-${hue}" aria-hidden="true">${initials(name)}</span>`
}

export function botAvatar(): Html {
  return html`<span class="avatar">${brandMark}</span>`
}

/** In UTC, because the server doesn't have the reader's time zone. The page's script converts it. */
function time(at: Date): Html {
  const iso = at.toISOString()
  return html`<time datetime="${iso}">${iso.slice(11, 16)} UTC</time>`
}
