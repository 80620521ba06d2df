import { playground } from '../../../messages/site/playground.ts'
import type { Message } from '../../../ports/message.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { addressedWords, eventId, type Scene, strangeCommand } from './events.ts'
import { carryOut, type Outcome } from './replies.ts'

/** In UTF-16 code units. */
const mostTyped = 4_000

/** What becomes of a line typed in the message box: a command, a kind word, or simply something said to everyone. */
export async function say(
  transcript: Transcript,
  scene: Scene,
  text: string,
  once: string,
  command: (words: string) => Promise<Outcome>,
): Promise<Outcome> {
  const { refusals } = playground
  if (text.length > mostTyped) return { kind: 'refused', status: 400, words: refusals.tooLong(mostTyped) }
  if (text.trim() === '') return { kind: 'refused', status: 400, words: refusals.empty }
  const words = addressedWords(text)
  if (words !== undefined) return command(words)
  const to = { player: scene.visitor.ref, channel: scene.channel.ref, eventId: eventId(scene, once) }
  const strange = strangeCommand(text)
  if (strange !== undefined) {
    return carryOut(transcript, { kind: 'private', message: plain(refusals.unknownCommand(strange)) }, to)
  }
  const author = { ref: scene.visitor.ref, name: scene.visitor.name }
  await transcript.append({ channel: to.channel, author, message: plain(text.trim()), key: `say ${to.eventId}` })
  return { kind: 'nothing' }
}

function plain(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] }
}
