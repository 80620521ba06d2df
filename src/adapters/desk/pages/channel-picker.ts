import { channelName } from '../../../messages/closed-channel.ts'
import { coming } from '../../../messages/desk/coming.ts'
import { type Html, html } from '../../html/html.ts'

type Named = { id: number; name: string }

export function channelPicker(
  path: string,
  { channel, channels }: { channel: Named; channels: readonly Named[] },
): Html | undefined {
  if (channels.length < 2) return undefined
  return html`<form method="get" action="${path}" class="search">
<label class="field">${coming.channel}<select name="channel">${channels.map(
    (one) => html`<option value="${one.id}"${one.id === channel.id && html` selected`}>${channelName(one)}</option>`,
  )}</select></label>
<button class="button">${coming.show}</button>
</form>`
}
