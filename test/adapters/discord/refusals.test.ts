import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { toChatError } from '../../../src/adapters/discord/send/errors.ts'
import { meaningOf } from '../../../src/adapters/discord/send/refusals.ts'
import { decisionOn, type Meaning } from '../../../src/domain/refusal.ts'

/** Error codes of features we don't use: webhooks, invites, emojis, stickers, voice, events, shops and bans. */
const ofOtherFeatures = numbersIn(`
  0 10001 10005 10006 10009 10010 10014 10016 10020 10021 10026 10027 10028 10029 10030 10031 10032 10033 10036 10038
  10049 10050 10057 10059 10060 10061 10065 10066 10067 10068 10069 10070 10071 10087 10097 10124 10129 20015 20017 20018
  20022 20024 20031 20035 30001 30002 30003 30004 30005 30007 30008 30010 30011 30013 30016 30018 30019 30030 30031 30033
  30035 30037 30038 30039 30040 30042 30045 30047 30048 30052 30056 30058 30060 30061 40009 40012 40018 40019 40032 40033
  40061 40066 40074 50002 50004 50011 50012 50015 50016 50017 50019 50020 50034 50036 50039 50054 50057 50070 50073 50074
  50080 50081 50084 50085 50086 50091 50097 50101 50124 50131 50132 50144 50145 50151 50159 50160 50161 50162 50163 50167
  50173 50178 50192 50600 80004 90001 90002 150006 160010 160014 170001 170002 170003 170004 170005
  170006 170007 180000 180002 200001 220001 220002 220003 220004 340015 350000 350001 500000 520000 520001 520002 520003
  520004 520006 530000 530001 530002 530003 530004 530006 530007
`)

const documented = [...new Set(Object.values(RESTJSONErrorCodes).filter((one) => typeof one === 'number'))]

describe('a refusal by Discord', () => {
  it.each(documented.filter((code) => !ofOtherFeatures.has(code)))('%i has a defined meaning', (code) => {
    const error = refused(code, 403)
    expect(error.meaning).not.toBe('unknown')
    const decision = decisionOn(error.meaning)
    expect(error).toMatchObject({ code: decision.code, word: String(code), retryAfterMs: decision.waitMs })
  })

  it('has no meaning defined for features that we don’t use', () => {
    expect([...ofOtherFeatures].filter((code) => meaningOf(code) !== 'unknown')).toEqual([])
  })

  it.each<[code: number, meaning: Meaning]>([
    [50_001, 'not-in-channel'],
    [50_013, 'posting-restricted'],
    [10_003, 'channel-gone'],
    [10_004, 'workspace-gone'],
    [10_008, 'message-closed'],
    [30_046, 'message-closed'],
    [50_083, 'message-closed'],
    [50_007, 'person-closed'],
    [200_000, 'content-blocked'],
    [40_003, 'too-fast'],
    [130_000, 'away'],
    [50_027, 'reply-expired'],
    [400_001, 'picture-refused'],
    [160_006, 'thread-refused'],
    [50_035, 'our-fault'],
    [999_999, 'unknown'],
  ])('%i means %s', (code, meaning) => {
    expect(refused(code, 403).meaning).toBe(meaning)
  })

  it.each<[status: number, tokenInRoute: boolean, meaning: Meaning]>([
    [401, false, 'token-bad'],
    [401, true, 'reply-expired'],
    [403, false, 'posting-restricted'],
    [404, false, 'channel-hidden'],
    [429, false, 'too-fast'],
    [500, false, 'away'],
  ])('with status %i and no number (the workspace’s own token: %s) means %s', (status, tokenInRoute, meaning) => {
    expect(refused(0, status, tokenInRoute).meaning).toBe(meaning)
  })
})

function refused(code: number, status: number, tokenInRoute = false) {
  const raw = { code, message: 'No' }
  return toChatError(
    'posting',
    new DiscordAPIError(raw, code, status, 'POST', 'https://discord.test', { body: {}, files: [] }),
    tokenInRoute,
  )
}

function numbersIn(text: string): ReadonlySet<number> {
  return new Set(text.trim().split(/\s+/).map(Number))
}
