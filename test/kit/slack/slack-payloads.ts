/** Payloads as documented by Slack, from Ada (U1) in #general (C1) of Acme (T1). */

const team = { id: 'T1', domain: 'acme' }
const user = { id: 'U1', username: 'ada', name: 'ada', team_id: 'T1' }
let sent = 0

function trigger(): string {
  sent += 1
  return `13345224609.738474920.${sent}`
}

export function slashCommand(text: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    token: 'gone',
    team_id: 'T1',
    team_domain: 'acme',
    channel_id: 'C1',
    channel_name: 'general',
    user_id: 'U1',
    user_name: 'ada',
    command: '/heroku-quiz',
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    trigger_id: trigger(),
    ...more,
  }
}

export function buttonPress(action: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'block_actions',
    user,
    api_app_id: 'A1',
    token: 'gone',
    container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'C1', is_ephemeral: false },
    trigger_id: trigger(),
    team,
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'C1', name: 'general' },
    message: { type: 'message', ts: '1700000000.000100', bot_id: 'B1' },
    actions: [{ type: 'button', action_id: action, block_id: 'x', value: action, action_ts: '1700000001.000000' }],
    ...more,
  }
}

export function messageAction(callbackId: string, text: string, more: Record<string, unknown> = {}) {
  return {
    type: 'message_action',
    callback_id: callbackId,
    user,
    team,
    token: 'gone',
    action_ts: '1700000001.000000',
    message_ts: '1700000000.000100',
    trigger_id: trigger(),
    channel: { id: 'C1', name: 'general' },
    message: { type: 'message', user: 'U9', ts: '1700000000.000100', text },
    is_enterprise_install: false,
    enterprise: null,
    ...more,
  }
}

export function viewSubmission(
  view: Record<string, unknown>,
  values: Record<string, string | Record<string, unknown>>,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const filled = Object.entries(values).map(([name, value]) => [
    name,
    { value: typeof value === 'string' ? { type: 'plain_text_input', value } : value },
  ])
  return {
    type: 'view_submission',
    team,
    user,
    api_app_id: 'A1',
    token: 'gone',
    trigger_id: trigger(),
    view: { id: 'V1', team_id: 'T1', hash: '1700000000.abc', ...view, state: { values: Object.fromEntries(filled) } },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
    ...more,
  }
}

/** Values from Slack's own inputs, as in a submitted form. */
export const chose = {
  option: (value: string) => ({ type: 'static_select', selected_option: { text: {}, value } }),
  radio: (value: string) => ({ type: 'radio_buttons', selected_option: { text: {}, value } }),
  time: (time: string) => ({ type: 'timepicker', selected_time: time }),
  channel: (id: string) => ({ type: 'conversations_select', selected_conversation: id }),
  file: (file: Record<string, unknown>) => ({ type: 'file_input', files: [file] }),
}

export function eventCallback(
  event: Record<string, unknown>,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  sent += 1
  return {
    token: 'gone',
    team_id: 'T1',
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: `Ev${sent}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
    ],
    ...more,
  }
}

export function mention(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'app_mention', user: 'U1', text, ts: '1700000000.000200', channel: 'C1', event_ts: '1', ...more }
}

export function directMessage(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { type: 'message', channel: 'D1', channel_type: 'im', user: 'U1', text, ts: '1700000000.000300', ...more }
}
