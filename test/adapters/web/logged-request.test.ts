import { fastify } from 'fastify'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { loggedRequest, OneLinePerRequest } from '../../../src/adapters/web/logged-request.ts'

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

it('a request is one log line, with request and response; a health check is not logged', async () => {
  const lines: Record<string, unknown>[] = []
  const logger = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) })
  const app = fastify({
    loggerInstance: logger.child({}, { serializers: { req: loggedRequest } }),
    logController: new OneLinePerRequest(),
  })
  app.get('/tour', async () => 'hello')
  app.get('/healthz', async () => 'well')
  await app.inject('/tour')
  await app.inject('/healthz')
  await app.close()
  expect(lines).toMatchObject([
    { msg: 'request completed', req: { method: 'GET', url: '/tour' }, res: { statusCode: 200 } },
  ])
  expect(lines[0]?.responseTime).toBeTypeOf('number')
})
