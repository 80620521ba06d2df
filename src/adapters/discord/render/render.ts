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
    /** Null if everything is in components: Discord has to be told that the earlier content is gone. */
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
  /** An invisible mark to end with. */
  mark?: string
  /** The server that the message is about, if Discord does not say. */
  guild?: string
  /** Leaves the pictures out: the text says the same. */
  pictures?: 'none'
}

/** A mark, and the ellipsis before it. */
const reserved = 48

/** Fences, marks and ellipses need some of the room as well. */
const framedShare = 0.9

/**
 * A message as Markdown; what doesn't fit goes into embeds below. Not everything is in an embed, because people can
 * turn embeds off. If there are buttons between texts, everything is in components, so that each stays with its text; a
 * posted board is framed. Everything else stays text: that is what notifications and Discord's search show.
 */
export function renderMessage(told: Message, settings: Settings = {}): RenderedMessage {
  const message = markVerdict(told)
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
      // Without this, Discord shows link previews below, even for links that people typed.
      flags: embeds.length === 0 ? MessageFlags.SuppressEmbeds : 0,
      ...shared,
    },
    files: pictures.files,
  }
}

/** A form as a modal; its fields come back by name. */
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

/** A board with a caption is a posted one. In components it has to fit completely: there are no further pages. */
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

/** Only people whom a message mentions on purpose are notified. */
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
