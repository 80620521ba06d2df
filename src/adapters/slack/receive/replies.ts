import { withoutFiles } from '../../../messages/forms.ts'
import { oneMoment, slackAppName } from '../../../messages/slack.ts'
import type { Reply } from '../../../ports/chat-event.ts'
import type { Form, Message } from '../../../ports/message.ts'
import { formAsMessage } from '../../chats/form-as-message.ts'
import { renderHome } from '../render/home.ts'
import { renderForm, renderMessage, renderModal } from '../render/render.ts'
import type { AnswerWay } from './incoming.ts'

export type Answer = { ack?: Record<string, unknown>; then?: FollowUp }

export type FollowUp =
  | {
      call: 'views.open' | 'views.update' | 'views.publish' | 'chat.postMessage' | 'chat.postEphemeral'
      args: Args
      /**
       * The message to send if Slack refuses a form with a file field, which happens if the scope for files is missing.
       */
      instead?: Message
    }
  | { respondTo: string; body: Args }

type Args = Record<string, unknown>

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

/** Returns the response to a request whose reply isn't ready yet. An empty response would close the modal. */
export function holdingAnswer(way: AnswerWay): Answer {
  if (way.kind !== 'submit') return {}
  return { ack: { response_action: 'update', view: renderModal(way.view.title, oneMoment(), way.memory) } }
}

export function lateAnswer(way: AnswerWay, reply: Reply): FollowUp | undefined {
  if (reply.kind === 'form') return opened(way, reply.form)
  const message = messageOf(reply)
  if (message && (way.kind === 'home' || (reply.kind === 'home' && isHomePress(way)))) {
    return { call: 'views.publish', args: { user_id: way.user, view: renderHome(message) } }
  }
  return message && messageCall(way, message)
}

/** Returns the call that shows a message to one person in the given way. */
export function messageCall(way: AnswerWay, message: Message): FollowUp | undefined {
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
      return messageCall(way, formAsMessage(form))
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

/** The App Home has neither a channel nor a modal. */
function isHomePress(way: AnswerWay): way is Extract<AnswerWay, { kind: 'press' }> {
  return way.kind === 'press' && way.view === undefined && way.responseUrl === undefined
}
