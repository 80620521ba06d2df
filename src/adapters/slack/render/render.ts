import type { types } from '@slack/bolt'
import type { Form, Message } from '../../../ports/message.ts'
import { markVerdict } from '../../chats/mark-verdict.ts'
import { type ViewMemory, writeMemory } from '../receive/view-memory.ts'
import { type Means, plainText, slackBlocks, summaryText, textSections } from './blocks.ts'
import { input } from './fields.ts'
import { limits } from './limits.ts'

export type RenderedMessage = { text: string; blocks: types.KnownBlock[] }

const textOnly: Means = { pictures: new Map(), tables: false }

/** `text` is shown by notifications, screen readers and old clients. */
export function renderMessage(message: Message, means: Means = textOnly): RenderedMessage {
  return { text: summaryText(message, means), blocks: fitting(message, limits.blocksOfMessage, means) }
}

/** Renders a form as a modal. A submission contains its fields by name. */
export function renderForm(form: Form, memory: ViewMemory): types.ModalView {
  return {
    type: 'modal',
    callback_id: form.action.slice(0, limits.actionId),
    private_metadata: writeMemory({ ...memory, action: form.action }),
    title: plainText(form.title, limits.modalTitle),
    submit: plainText(form.submit, limits.modalSubmit),
    blocks: [...(form.intro.trim() === '' ? [] : textSections(form.intro)), ...form.fields.map(input)],
  }
}

export function renderModal(title: string, message: Message, memory: ViewMemory): types.ModalView {
  return {
    type: 'modal',
    private_metadata: writeMemory(memory),
    title: plainText(title, limits.modalTitle),
    blocks: fitting(message, limits.blocksOfView),
  }
}

/** Returns at most `most` blocks. Buttons are never left out, because people need them to act. */
export function fitting(message: Message, most: number, means = textOnly): types.KnownBlock[] {
  const blocks = markVerdict(message).blocks.flatMap((block) => slackBlocks(block, means))
  if (blocks.length === 0) return textSections(message.summary === '' ? '…' : message.summary)
  if (blocks.length <= most) return blocks
  const buttons = blocks.filter(({ type }) => type === 'actions').slice(0, most - 2)
  const others = blocks.filter(({ type }) => type !== 'actions').slice(0, most - 1 - buttons.length)
  return [...others, ...textSections('…'), ...buttons]
}
