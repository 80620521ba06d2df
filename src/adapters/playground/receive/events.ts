import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { playground } from '../../../messages/site/playground.ts'
import type { ChatEvent, Origin } from '../../../ports/chat-event.ts'
import { replyPath } from '../chat.ts'
import type { Channel } from '../places.ts'
import type { Guest } from '../visitor-cookie.ts'
import type { pressForm, submitForm } from './form-body.ts'

export type Scene = { guest: Guest; channel: Channel; requestId: string; zone?: string | undefined }

/** Contains the player, so that nobody can use up the id of another person's event. */
export function eventId({ guest }: Scene, once: string): string {
  return `${guest.id}-${once}`
}

export function commandEvent(scene: Scene, words: string, once: string): ChatEvent {
  return { ...origin(scene, once), kind: 'command', words }
}

export function pressEvent(scene: Scene, form: z.output<typeof pressForm>): ChatEvent {
  return { ...origin(scene, form.once), kind: 'press', action: form.action }
}

export function submitEvent(scene: Scene, form: z.output<typeof submitForm>): ChatEvent {
  const values = Object.entries(form).flatMap(([name, value]) =>
    name.startsWith('value.') ? [[name.slice('value.'.length), value] as const] : [],
  )
  return { ...origin(scene, form.once), kind: 'submit', action: form.action, values: Object.fromEntries(values) }
}

export function completeEvent(scene: Scene, words: string): ChatEvent {
  return { ...origin(scene, randomUUID()), kind: 'complete', words }
}

export function homeEvent(scene: Scene): ChatEvent {
  return { ...origin(scene, randomUUID()), kind: 'home', isLook: true }
}

/**
 * Returns the words after `/heroku-quiz` or a mention of the bot, or undefined if the text isn't addressed to the bot.
 */
export function addressedWords(typed: string): string | undefined {
  const match = /^\s*(?:\/heroku-quiz|@heroku[- ]quiz|@quiz)(?![\w-])(.*)$/isu.exec(typed)
  return match?.[1]?.trim()
}

/** Returns the slash command at the beginning of a text, if it isn't ours. */
export function strangeCommand(typed: string): string | undefined {
  return /^\s*(\/[a-z][\w-]{0,40})(?=\s|$)/iu.exec(typed)?.[1]
}

function origin(scene: Scene, once: string): Origin {
  const { guest, channel, requestId, zone } = scene
  const id = eventId(scene, once)
  return {
    id,
    workspace: { ref: guest.sandbox.ref, name: playground.workspace },
    channel: { ref: channel.ref, name: channel.name },
    player: { ref: guest.ref, name: guest.name, isAdmin: async () => guest.isOwner, zone: async () => zone },
    path: replyPath(channel.ref, id),
    requestId,
  }
}
