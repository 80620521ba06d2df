import { describe, expect, it } from 'vitest'
import { fromRefusal, fromStatus } from '../../../src/adapters/slack/send/errors.ts'
import { meaningOf } from '../../../src/adapters/slack/send/refusals.ts'
import { decisionOn, type Meaning } from '../../../src/domain/refusal.ts'
import { documentedRefusals } from './documented-refusals.ts'

const documented = Object.entries(documentedRefusals).flatMap(([method, words]) =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => ({ method, word })),
)

describe('a refusal by Slack', () => {
  it.each(documented)('$word from $method has a defined meaning', ({ method, word }) => {
    const error = fromRefusal(method, word)
    expect(error.meaning).not.toBe('unknown')
    const { code, waitMs } = decisionOn(error.meaning)
    expect(error).toMatchObject({ code, word, retryAfterMs: waitMs })
  })

  it.each<[word: string, meaning: Meaning]>([
    ['is_archived', 'channel-gone'],
    ['channel_not_found', 'channel-hidden'],
    ['not_in_channel', 'not-in-channel'],
    ['restricted_action_read_only_channel', 'posting-restricted'],
    ['posting_to_general_channel_denied', 'posting-restricted'],
    ['channel_is_limited_access', 'posting-restricted'],
    ['app_access_restricted', 'rights-missing'],
    ['missing_scope', 'rights-missing'],
    ['message_limit_exceeded', 'later'],
    ['ratelimited', 'too-fast'],
    ['account_inactive', 'workspace-gone'],
    ['token_revoked', 'workspace-gone'],
    ['is_inactive', 'message-closed'],
    ['edit_window_closed', 'message-closed'],
    ['file_uploads_disabled', 'picture-refused'],
    ['slack_connect_file_upload_sharing_blocked', 'picture-refused'],
    ['no_such_subteam', 'group-gone'],
    ['invalid_blocks', 'our-fault'],
    ['a_word_of_next_year', 'unknown'],
  ])('%s means %s', (word, meaning) => {
    expect(meaningOf(word)).toBe(meaning)
  })

  it.each(['account_inactive', 'token_revoked', 'invalid_auth'])(
    '%s doesn’t affect a workspace if the token is the operator’s',
    (word) => {
      expect(fromRefusal('chat.postMessage', word, { ownToken: true })).toMatchObject({
        meaning: 'token-bad',
        code: 'gone',
      })
    },
  )

  it.each<[status: number, meaning: Meaning]>([
    [404, 'reply-expired'],
    [410, 'reply-expired'],
    [429, 'too-fast'],
    [500, 'away'],
    [503, 'away'],
  ])('with status %i means %s', (status, meaning) => {
    expect(fromStatus('response_url', status).meaning).toBe(meaning)
  })
})
