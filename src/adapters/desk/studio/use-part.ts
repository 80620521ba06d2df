import { channelName } from '../../../messages/closed-channel.ts'
import { studio } from '../../../messages/desk/studio.ts'
import type { Desk } from '../../../ports/desk/desk.ts'
import { type Html, html } from '../../html/html.ts'
import type { Scene } from '../room.ts'

/** More links would be hard to scan, and the settings page has all channels. */
const mostChannels = 5

export async function usePart(desk: Desk, { visit }: Scene, pack: string): Promise<Html | undefined> {
  const view = await desk.setup(visit, 0)
  if (!view?.packs.includes(pack)) return undefined
  const isUsed = view.values.packs.split(' ').includes(pack)
  const channels = view.channels.filter(({ id }) => !isUsed || id !== view.channel.id).slice(0, mostChannels)
  if (channels.length === 0) return undefined
  return html`<p class="row-buttons">${channels.map(({ id, name }) => {
    const address = `/desk/setup?${new URLSearchParams({ channel: String(id), pack })}#settings`
    return html`<a class="button small" href="${address}">${studio.use(channelName({ name }))}</a>\n`
  })}</p>`
}
