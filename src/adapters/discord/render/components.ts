import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { visible } from '../../../domain/visible.ts'
import type { Button } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { writeCustomId } from '../custom-id.ts'
import { limits } from './limits.ts'

export type ButtonRow = APIActionRowComponent<APIComponentInMessageActionRow>

const styles = { primary: ButtonStyle.Primary, plain: ButtonStyle.Secondary, danger: ButtonStyle.Danger } as const

/**
 * Puts buttons in rows of five. `taken` contains the ids that are already in the message, because Discord refuses
 * duplicates. `guild` is needed in a direct message, which doesn't contain a server.
 */
export function rowsOf(buttons: readonly Button[], taken: Set<string>, guild: string | undefined): ButtonRow[] {
  const shown = buttons.filter((button) => !('url' in button) || button.url.length <= limits.buttonUrl)
  const rows: ButtonRow[] = []
  for (let at = 0; at < shown.length; at += limits.buttonsOfRow) {
    const row = shown.slice(at, at + limits.buttonsOfRow).map((button) => discordButton(button, taken, guild))
    rows.push({ type: ComponentType.ActionRow, components: row })
  }
  return rows
}

function discordButton(button: Button, taken: Set<string>, guild: string | undefined): APIButtonComponent {
  const label = shorten(visible(button.label) || '…', limits.buttonText)
  if ('url' in button) return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
  let twin = 0
  while (taken.has(writeCustomId(button.action, guild, twin))) twin += 1
  const custom_id = writeCustomId(button.action, guild, twin)
  taken.add(custom_id)
  return { type: ComponentType.Button, style: styles[button.look], label, custom_id }
}
