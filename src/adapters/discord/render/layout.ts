import { type APIContainerComponent, type APIMessageTopLevelComponent, ComponentType } from 'discord.js'
import type { Block } from '../../../ports/message.ts'
import { rowsOf } from './components.ts'
import { limits } from './limits.ts'
import { paged, piecesOfAll } from './pieces.ts'

type Section = { texts: Block[]; below: Block[] }

type Settings = {
  mark?: string
  guild?: string
  names: ReadonlyMap<Block, { url: string; description: string }>
  /** Puts everything in one frame. */
  framed?: boolean
}

type Part = Exclude<APIMessageTopLevelComponent, { type: ComponentType.Container }>
type Inner = APIContainerComponent['components'][number]

/** The same color as on the product's pages. */
const accent = 0x6a3fc4

/** Room for a mark and the ellipsis before it. */
const reserved = 48

/** Renders a message part by part, in order. Sections that don't fit are replaced with an ellipsis. */
export function layOut(
  blocks: readonly Block[],
  { mark = '', guild, names, framed = false }: Settings,
): APIMessageTopLevelComponent[] {
  const taken = new Set<string>()
  const parts: Part[] = []
  let left: number = limits.layoutText - reserved
  let count = framed ? 2 : 1
  let isCut = false
  for (const section of sectionsOf(blocks)) {
    const [text = ''] = paged(piecesOfAll(section.texts), [left])
    const below = section.below.flatMap((block) => belowParts(block))
    count += 1 + below.reduce((sum, part) => sum + ('components' in part ? 1 + part.components.length : 1), 0)
    if (count > limits.layoutParts || left < reserved) {
      isCut = true
      break
    }
    if (text !== '') parts.push({ type: ComponentType.TextDisplay, content: text })
    parts.push(...below)
    left -= text.length
  }
  if (isCut) parts.push({ type: ComponentType.TextDisplay, content: '…' })
  // Discord may treat a text of invisible characters as empty.
  const last = parts.findLast((part) => part.type === ComponentType.TextDisplay)
  if (last) last.content += mark
  else if (mark !== '') parts.push({ type: ComponentType.TextDisplay, content: `…${mark}` })
  if (!framed) return parts
  return [{ type: ComponentType.Container, accent_color: accent, components: parts as Inner[] }]

  function belowParts(block: Block): Part[] {
    if (block.kind === 'buttons') return rowsOf(block.buttons, taken, guild)
    const picture = names.get(block)
    if (!picture) return []
    const { url, description } = picture
    return [{ type: ComponentType.MediaGallery, items: [{ media: { url }, description }] }]
  }
}

function sectionsOf(blocks: readonly Block[]): Section[] {
  const sections: Section[] = []
  for (const block of blocks) {
    const isBelow = block.kind === 'buttons' || block.kind === 'image'
    const last = sections.at(-1)
    if (!last || (!isBelow && last.below.length > 0)) {
      sections.push(isBelow ? { texts: [], below: [block] } : { texts: [block], below: [] })
    } else if (isBelow) last.below.push(block)
    else last.texts.push(block)
  }
  return sections
}
