import { playground } from '../../../messages/site/playground.ts'
import type { Message } from '../../../ports/message.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { addressedWords, eventId, type Scene, strangeCommand } from './events.ts'
import { carryOut, type Outcome } from './replies.ts'

/** In UTF-16 code units. A command may contain an answer, so it may be longer than a public message. */
const most = { command: 4_000, said: 500 }

/** Handles a line from the message box, which is a command, a near miss that gets a hint, or a message to everyone. */
export async function say(
  transcript: Transcript,
  scene: Scene,
  text: string,
  once: string,
  command: (words: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { refusals } = playground
  if (text.trim() === '') return { kind: 'refused', status: 400, words: refusals.empty }
  const words = text.length > most.command ? undefined : addressedWords(text)
  if (words !== undefined) return command(words)
  if (text.length > most.said) return { kind: 'refused', status: 400, words: refusals.tooLong(most.said) }
  const to = { player: scene.guest.ref, channel: scene.channel.ref, eventId: eventId(scene, once) }
  const strange = strangeCommand(text)
  if (strange !== undefined) {
    return carryOut(transcript, { kind: 'private', message: plain(refusals.unknownCommand(strange)) }, to)
  }
  const author = { ref: scene.guest.ref, name: scene.guest.name }
  await transcript.append({ channel: to.channel, author, message: plain(text.trim()), key: `say ${to.eventId}` })
  return { kind: 'nothing' }
}

function plain(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] }
}
