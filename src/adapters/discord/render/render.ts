import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type RawFile,
} from 'discord.js'
import { visible } from '../../../domain/visible.ts'
import type { Block, Form, Message } from '../../../ports/message.ts'
import { shorten } from '../../chats/letters.ts'
import { markVerdict } from '../../chats/mark-verdict.ts'
import { writeCustomId } from '../custom-id.ts'
import { rowsOf } from './components.ts'
import { input } from './fields.ts'
import { layOut } from './layout.ts'
import { limits } from './limits.ts'
import { literal, mentionOf } from './markdown.ts'
import { type Attachment, picturesOf } from './pictures.ts'
import { paged, piecesOfAll } from './pieces.ts'

export type RenderedMessage = {
  body: {
    /** Null if everything is in components. Otherwise an edit would keep the earlier content. */
    content: string | null
    embeds: APIEmbed[] | null
    components: APIMessageTopLevelComponent[]
    attachments: Attachment[]
    flags: number
    allowed_mentions: { parse: []; users: string[]; roles: string[]; replied_user: false }
  }
  files: RawFile[]
}

type Settings = {
  mark?: string
  /** The server that the message is about. Set only outside that server, in a direct message. */
  guild?: string
  /** Leaves out the pictures, because the text has the same content. */
  pictures?: 'none'
}

/** Room for a mark and the ellipsis before it. */
const reserved = 48

/** Leaves room for fences, marks and ellipses. */
const framedShare = 0.9

/**
 * Renders a message as Markdown. Text that doesn't fit goes into embeds, which aren't used for all text because people
 * can turn them off. If there are buttons between texts, the message uses components, so that each button is next to
 * its text. A posted board is framed with components. Other messages stay text, which notifications and Discord's
 * search show.
 */
export function renderMessage(original: Message, settings: Settings = {}): RenderedMessage {
  const message = markVerdict(original)
  const { mark = '' } = settings
  const pictures = picturesOf(settings.pictures === 'none' ? [] : message.blocks)
  const shared = { attachments: pictures.attachments, allowed_mentions: mentionsIn(message.blocks) }
  const framed = isFramedBoard(message.blocks)
  if (framed || hasButtonsBetween(message.blocks)) {
    const components = layOut(message.blocks, { ...settings, framed, names: pictures.names })
    return {
      body: { content: null, embeds: null, components, flags: MessageFlags.IsComponentsV2, ...shared },
      files: pictures.files,
    }
  }
  const sizes = [limits.content, limits.embedText, limits.embedsText - limits.embedText].map((size) => size - reserved)
  const [content = summaryText(message.summary), ...more] = paged(piecesOfAll(message.blocks), sizes)
  const texts = [content, ...more]
  texts[texts.length - 1] += mark
  const embeds = texts.slice(1).map((description) => ({ description }))
  return {
    body: {
      content: texts[0] ?? content,
      embeds,
      components: buttonRows(message.blocks, settings.guild),
      // Discord would otherwise show link previews, even for links that people typed.
      flags: embeds.length === 0 ? MessageFlags.SuppressEmbeds : 0,
      ...shared,
    },
    files: pictures.files,
  }
}

/** Renders a form as a modal. A submission contains its fields by name. */
export function renderForm(form: Form, guild?: string): APIModalInteractionResponseCallbackData {
  const intro = paged(piecesOfAll([{ kind: 'text', text: [form.intro] }]), [limits.layoutText])
  return {
    custom_id: writeCustomId(form.action, guild),
    title: shorten(visible(form.title), limits.modalTitle),
    components: [
      ...intro.map((content) => ({ type: ComponentType.TextDisplay as const, content })),
      ...form.fields.slice(0, limits.modalParts - intro.length).map(input),
    ],
  }
}

/** Whether this is a posted board, which has a caption. In components, a board has to fit on one page. */
function isFramedBoard(blocks: readonly Block[]): boolean {
  if (!blocks.some((block) => block.kind === 'board' && block.caption !== undefined)) return false
  return piecesOfAll(blocks).reduce((sum, { text }) => sum + text.length, 0) < limits.layoutText * framedShare
}

function hasButtonsBetween(blocks: readonly Block[]): boolean {
  const first = blocks.findIndex(({ kind }) => kind === 'buttons')
  return first >= 0 && blocks.slice(first).some(({ kind }) => kind !== 'buttons' && kind !== 'image' && kind !== 'note')
}

function buttonRows(blocks: readonly Block[], guild: string | undefined): APIMessageTopLevelComponent[] {
  const taken = new Set<string>()
  return blocks
    .flatMap((block) => (block.kind === 'buttons' ? rowsOf(block.buttons, taken, guild) : []))
    .slice(0, limits.rows)
}

/** Notifies only people whom a message mentions on purpose. */
function mentionsIn(blocks: readonly Block[]): RenderedMessage['body']['allowed_mentions'] {
  const spans = blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items.flat()
    return block.kind === 'text' || block.kind === 'quote' || block.kind === 'note' ? block.text : []
  })
  const mentioned = spans.flatMap((span) =>
    typeof span === 'object' && 'mention' in span ? [mentionOf(span.mention)] : [],
  )
  const users = mentioned.flatMap((one) => (one && 'users' in one ? [one.users] : []))
  const roles = mentioned.flatMap((one) => (one && 'roles' in one ? [one.roles] : []))
  return { parse: [], users: [...new Set(users)], roles: [...new Set(roles)], replied_user: false }
}

function summaryText(summary: string): string {
  const line = summary.replace(/\s+/gu, ' ').trim()
  return line === '' ? '…' : literal(shorten(line, limits.content / 2 - reserved))
}
