import { expect, it } from 'vitest'
import { loggedRequest } from '../../../src/adapters/web/logged-request.ts'

it.each([
  ['/', '/'],
  ['/play/c/quiz/say', '/play/c/quiz/say'],
  ['/slack/oauth_redirect?code=123.456&state=x', '/slack/oauth_redirect?…'],
  ['/export/1.20780.vEoeU1QEUCjLqr_jHYqHeQovK_l0nk1z3Yim316O0QQ', '/export/…'],
  ['/%65xport/1.20780.vEoeU1QEUCjLqr_jHYqHeQovK_l0nk1z3Yim316O0QQ/?a=b', '/%65xport/…/?…'],
])('%s is logged as %s', (url, logged) => {
  const request = { method: 'GET', url, host: 'quiz.test', ip: '127.0.0.1' }
  expect(loggedRequest(request as Parameters<typeof loggedRequest>[0]).url).toBe(logged)
})
