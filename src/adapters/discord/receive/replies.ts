import { type APIModalInteractionResponseCallbackData, InteractionResponseType, MessageFlags } from 'discord.js'
import { done } from '../../../messages/discord.ts'
import type { Reply } from '../../../ports/chat-event.ts'
import type { Message } from '../../../ports/message.ts'
import { formAsMessage } from '../../chats/form-as-message.ts'
import { limits } from '../render/limits.ts'
import { renderForm, renderMessage } from '../render/render.ts'
import type { AnswerWay, Completion } from './incoming.ts'

export type Answer =
  | { type: InteractionResponseType.Pong }
  | { type: InteractionResponseType.ChannelMessageWithSource; data: object }
  | { type: InteractionResponseType.DeferredChannelMessageWithSource; data: { flags: number } }
  | { type: InteractionResponseType.Modal; data: APIModalInteractionResponseCallbackData }
  | {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult
      data: { choices: { name: string; value: string }[] }
    }

export const pong: Answer = { type: InteractionResponseType.Pong }

/**
 * Returns the response to an interaction whose reply is ready. Pressing a button never changes its message, because
 * everybody sees it.
 */
export function promptAnswer(way: AnswerWay, reply: Reply): Answer {
  if (way.kind === 'complete') return completed(way.asked, reply)
  // Discord can't open a form in response to a submitted form.
  if (reply.kind === 'form' && way.kind !== 'submit') {
    return { type: InteractionResponseType.Modal, data: renderForm(reply.form, way.guild) }
  }
  return ephemeral(lateMessage(reply), way.guild)
}

export function holdingAnswer(way: AnswerWay): Answer {
  if (way.kind === 'complete') return completed(way.asked, { kind: 'nothing' })
  return {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: { flags: MessageFlags.Ephemeral },
  }
}

/**
 * Returns the message that follows an acknowledgement. A form can't be opened anymore, so this sends a button that
 * opens it.
 */
export function lateMessage(reply: Reply): Message {
  if (reply.kind === 'form') return formAsMessage(reply.form)
  return 'message' in reply ? reply.message : done()
}

/** Only the sender of the interaction sees the message. */
export function ephemeral(message: Message, guild?: string): Answer {
  const { body } = renderMessage(message, { pictures: 'none', ...(guild === undefined ? {} : { guild }) })
  const { attachments: _, ...data } = body
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { ...data, flags: body.flags | MessageFlags.Ephemeral },
  }
}

function completed({ before, typed, others }: Completion, reply: Reply): Answer {
  const lines = reply.kind === 'choices' ? reply.choices : []
  const words = lines
    .flatMap(({ word }) => (word.startsWith(before) ? [word.slice(before.length)] : []))
    .filter((word) => word.toLowerCase().startsWith(typed) && !others.includes(word))
    .filter((word) => word !== '' && word.length <= limits.choice)
  return {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: words.slice(0, limits.choices).map((word) => ({ name: word, value: word })) },
  }
}
