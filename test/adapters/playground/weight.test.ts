import { expect, it } from 'vitest'
import { visitor } from '../../kit/people/visitor.ts'
import { playServer } from '../../kit/product/play-server.ts'

it('the playground after a week of questions loads under 60 KB with at most twelve requests', async () => {
  const server = await playServer()
  const ada = await visitor(server.app)
  let forms = 0
  const once = (): string => `form-number-${++forms}`
  for (let day = 1; day <= 7; day++) {
    await ada.post('c/quiz/press', { action: 'post-now:0', once: once() })
    for (const text of ['Nothing yet', 'A temporary dyno', 'A temporary dyno for one-off tasks such as a migration']) {
      await ada.post('c/quiz/submit', { action: `answer:${day}`, once: once(), 'value.text': text })
    }
    await server.quiz.settled()
    await ada.post('c/quiz/press', { action: 'close-now:0', once: once() })
  }
  await ada.post('c/quiz/press', { action: 'weekly-now:0', once: once() })

  const compressed = { 'accept-encoding': 'br' }
  const page = await ada.get('', compressed)
  const { body } = await ada.get('')
  expect(body.length).toBeGreaterThan(20_000)
  const paths = new Set([...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? ''))
  const parts = await Promise.all([...paths].map((url) => server.app.inject({ url, headers: compressed })))
  expect(parts.every(({ statusCode }) => statusCode === 200)).toBe(true)
  const bytes = [page, ...parts].reduce((sum, { rawPayload }) => sum + rawPayload.length, 0)
  expect(bytes).toBeLessThan(60_000)
  expect(1 + paths.size).toBeLessThanOrEqual(12)
  await server.close()
})
