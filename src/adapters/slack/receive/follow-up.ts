import { z } from 'zod'
import { ChatError, isRefused } from '../../../domain/errors.ts'
import { tryAgain } from '../../../messages/slack.ts'
import type { SlackDeps } from '../deps.ts'
import { findSent, metadataOf } from '../send/sent.ts'
import type { AnswerWay } from './incoming.ts'
import { type FollowUp, messageCall } from './replies.ts'

const done = z.object({})

/** `again` means that Slack has delivered the event before. */
export type Delivery = { team: string; id: string; again: boolean }

/** Sends the part of a reply that follows the acknowledgement. Never throws, because no caller waits for it. */
export async function sendFollowUp(
  deps: SlackDeps,
  delivery: Delivery,
  way: AnswerWay,
  followUp: FollowUp,
): Promise<void> {
  try {
    await send(deps, delivery, followUp)
  } catch (error) {
    const next = error instanceof ChatError ? otherWay(way, followUp, error) : undefined
    const expected = error instanceof ChatError && error.code !== 'refused'
    deps.log[expected ? 'warn' : 'error']({ err: error, team: delivery.team }, 'a reply did not arrive')
    if (next) await sendFollowUp(deps, delivery, { kind: 'none' }, next)
  }
}

async function send(deps: SlackDeps, delivery: Delivery, followUp: FollowUp): Promise<void> {
  if ('respondTo' in followUp) return deps.web.respond(followUp.respondTo, followUp.body)
  const { call, args } = followUp
  if (call !== 'chat.postMessage') {
    await deps.web.call(delivery.team, call, args, done)
    return
  }
  const { channel } = args
  if (delivery.again && typeof channel === 'string') {
    if ((await findSent(deps, { team: delivery.team, channel }, delivery.id)) !== undefined) return
  }
  await deps.web.call(delivery.team, call, { ...args, metadata: metadataOf(deps.marks, delivery.id) }, done)
}

/**
 * Returns another way to deliver a refused follow-up, if there is one. For a form, this is a message or a button that
 * opens it again. For a message that can't be shown in the channel, it is a direct message.
 */
function otherWay(way: AnswerWay, followUp: FollowUp, error: ChatError): FollowUp | undefined {
  if ('respondTo' in followUp) return undefined
  const { call, args, instead } = followUp
  if (instead && (error.meaning === 'rights-missing' || isRefused(error))) return messageCall(way, instead)
  if (call === 'views.open' && 'responseUrl' in way) return messageCall(way, tryAgain())
  if (call === 'chat.postEphemeral' && way.kind === 'message') {
    const { user, thread_ts: _, ...message } = args
    return { call: 'chat.postMessage', args: { ...message, channel: user } }
  }
  return undefined
}
