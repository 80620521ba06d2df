import type { Place } from '../../../domain/place.ts'
import { withoutFiles } from '../../../messages/forms.ts'
import { playground } from '../../../messages/site/playground.ts'
import type { Choice, Reply } from '../../../ports/chat-event.ts'
import type { Form, Message } from '../../../ports/message.ts'
import type { Transcript } from '../../../ports/transcript.ts'
import { replyPath, workKey } from '../chat.ts'
import { working } from '../pages/temporary-line.ts'

export type Addressee = { player: Place; channel: Place; eventId: string }

/** The part of a reply that the page handles. Everything else arrives as a line of the transcript. */
export type Outcome =
  | { kind: 'nothing' }
  | { kind: 'form'; form: Form }
  | { kind: 'refused'; status: number; words: string }

/** Carries out a reply. Repeating it for the same event changes nothing. */
export async function carryOut(transcript: Transcript, reply: Reply, to: Addressee): Promise<Outcome> {
  switch (reply.kind) {
    case 'form': {
      // The desk accepts files, within the playground's limits.
      const instead = withoutFiles(reply.form)
      if (!instead) return reply
      await postPrivately(transcript, instead, to, `reply ${to.eventId}`)
      return { kind: 'nothing' }
    }
    case 'nothing':
      return reply
    case 'private':
    case 'home':
      await postPrivately(transcript, reply.message, to, `reply ${to.eventId}`)
      return { kind: 'nothing' }
    case 'pending':
      await postPrivately(transcript, working(reply.message), to, workKey(replyPath(to.channel, to.eventId)))
      return { kind: 'nothing' }
    case 'choices':
      await postPrivately(transcript, choicesMessage(reply.choices), to, `reply ${to.eventId}`)
      return { kind: 'nothing' }
  }
}

/**
 * Returns the refusal to show in an open form, if the input can be corrected there. If no script runs, the form is no
 * longer open, and the reply quotes the input.
 */
export function refusedInForm(reply: Reply): Outcome | undefined {
  if (reply.kind !== 'private' || !reply.correctable) return undefined
  return { kind: 'refused', status: 400, words: reply.message.summary }
}

async function postPrivately(transcript: Transcript, message: Message, to: Addressee, key: string): Promise<void> {
  await transcript.append({ channel: to.channel, onlyFor: to.player, message, key })
}

function choicesMessage(choices: readonly Choice[]): Message {
  const summary = playground.refusals.choices
  return {
    summary,
    blocks: [
      { kind: 'text', text: [summary] },
      { kind: 'list', items: choices.map(({ word, help }) => [{ code: word }, ` ${help}`]) },
    ],
  }
}
