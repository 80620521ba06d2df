import { withoutFiles } from '../../../messages/forms.ts'
import { oneMoment, slackAppName } from '../../../messages/slack.ts'
import type { Reply } from '../../../ports/chat-event.ts'
import type { Form, Message } from '../../../ports/message.ts'
import { formAsMessage } from '../../chats/form-as-message.ts'
import { renderHome } from '../render/home.ts'
import { renderForm, renderMessage, renderModal } from '../render/render.ts'
import type { AnswerWay } from './incoming.ts'

/** What is returned in the acknowledgement itself, and what must follow as a separate call. */
export type Answer = { ack?: Record<string, unknown>; then?: FollowUp }

export type FollowUp =
  | {
      call: 'views.open' | 'views.update' | 'views.publish' | 'chat.postMessage' | 'chat.postEphemeral'
      args: Args
      /** The message to show if Slack refuses a form with a file, as it does without the scope for files. */
      instead?: Message
    }
  | { respondTo: string; body: Args }

type Args = Record<string, unknown>

/** A reply as the response to its request. Nothing in it waits for Slack. */
export function promptAnswer(way: AnswerWay, reply: Reply): Answer {
  if (way.kind === 'command') {
    const message = messageOf(reply)
    if (message) return { ack: { response_type: 'ephemeral', ...renderMessage(message) } }
  }
  if (way.kind === 'submit') {
    if (reply.kind === 'form') return { ack: { response_action: 'update', view: renderForm(reply.form, way.memory) } }
    const message = messageOf(reply)
    if (message) return { ack: { response_action: 'update', view: renderModal(way.view.title, message, way.memory) } }
  }
  const then = lateAnswer(way, reply)
  return then ? { then } : {}
}

/** Shown to a person while the reply is still being prepared. An empty one would close a modal. */
export function holdingAnswer(way: AnswerWay): Answer {
  if (way.kind !== 'submit') return {}
  return { ack: { response_action: 'update', view: renderModal(way.view.title, oneMoment(), way.memory) } }
}

/** A reply after the acknowledgement. */
export function lateAnswer(way: AnswerWay, reply: Reply): FollowUp | undefined {
  if (reply.kind === 'form') return opened(way, reply.form)
  const message = messageOf(reply)
  if (message && (way.kind === 'home' || (reply.kind === 'home' && isHomePress(way)))) {
    return { call: 'views.publish', args: { user_id: way.user, view: renderHome(message) } }
  }
  return message && said(way, message)
}

/** The same words in whatever way is left, for one person. */
export function said(way: AnswerWay, message: Message): FollowUp | undefined {
  switch (way.kind) {
    case 'command':
    case 'press':
      if (way.kind === 'press' && way.view) return shown(way.view, message, way.memory)
      if (way.responseUrl !== undefined) {
        const body = { response_type: 'ephemeral', replace_original: false, ...renderMessage(message) }
        return { respondTo: way.responseUrl, body }
      }
      if (way.triggerId === undefined) return undefined
      return {
        call: 'views.open',
        args: { trigger_id: way.triggerId, view: renderModal(slackAppName, message, way.memory) },
      }
    case 'submit':
      return shown(way.view, message, way.memory)
    case 'message': {
      const { channel, user, thread, direct } = way
      const args = { channel, ...(thread === undefined ? {} : { thread_ts: thread }), ...renderMessage(message) }
      return direct ? { call: 'chat.postMessage', args } : { call: 'chat.postEphemeral', args: { ...args, user } }
    }
    case 'home':
    case 'none':
      return undefined
  }
}

function opened(way: AnswerWay, form: Form): FollowUp | undefined {
  switch (way.kind) {
    case 'command':
    case 'press': {
      const view = renderForm(form, way.memory)
      const instead = withoutFiles(form)
      const otherwise = instead === undefined ? {} : { instead }
      if (way.kind === 'press' && way.view) {
        return { call: 'views.update', args: { view_id: way.view.id, view }, ...otherwise }
      }
      if (way.triggerId === undefined) return undefined
      return { call: 'views.open', args: { trigger_id: way.triggerId, view }, ...otherwise }
    }
    case 'submit':
      return { call: 'views.update', args: { view_id: way.view.id, view: renderForm(form, way.memory) } }
    case 'message':
      return said(way, formAsMessage(form))
    case 'home':
    case 'none':
      return undefined
  }
}

function shown(view: { id: string; title: string }, message: Message, memory: object): FollowUp {
  return { call: 'views.update', args: { view_id: view.id, view: renderModal(view.title, message, memory) } }
}

function messageOf(reply: Reply): Message | undefined {
  return 'message' in reply ? reply.message : undefined
}

/** A press in the App Home: it has neither a channel nor a modal. */
function isHomePress(way: AnswerWay): way is Extract<AnswerWay, { kind: 'press' }> {
  return way.kind === 'press' && way.view === undefined && way.responseUrl === undefined
}
