import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { createWebServer } from '../../../src/adapters/web/index.ts'
import type { Installation } from '../../../src/messages/site/legal.ts'

async function open(url: string, installation: Partial<Installation> = {}): Promise<string> {
  const app = createWebServer({
    logger: pino({ level: 'silent' }),
    ready: async () => ({ postgres: true, queue: true }),
    board: async () => 'unknown',
    playerExport: async () => 'unknown',
    progress: async () => 'unknown',
    doors: { chats: [], playground: false, tour: false },
    installation: { contact: undefined, retentionMonths: 12, playground: false, ...installation },
    production: false,
    publicUrl: undefined,
    plugins: [],
  })
  const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } })
  await app.close()
  expect(statusCode).toBe(200)
  return body
}

describe('privacy, terms and support', () => {
  const paths = ['/privacy', '/terms', '/support']

  it.each<[what: string, contact: string, shown: string]>([
    [
      'a name with a mail address',
      'Ada Lovelace <ada@example.com>',
      'Ada Lovelace &lt;<a href="mailto:ada@example.com" target="_blank" rel="noopener noreferrer">ada@example.com</a>&gt;',
    ],
    [
      'a page',
      'The platform team, https://example.com/quiz?a=1&b=2',
      'The platform team, <a href="https://example.com/quiz?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">https://example.com/quiz?a=1&amp;b=2</a>',
    ],
    ['a script', '<script>alert(1)</script> @', '&lt;script&gt;alert(1)&lt;/script&gt; @'],
  ])('show who runs the app: %s', async (_, contact, shown) => {
    for (const path of paths) expect(await open(path, { contact })).toContain(`<p>${shown}</p>`)
  })

  it('say where to ask if the operator didn’t set a contact', async () => {
    for (const path of paths) expect(await open(path)).toContain('Ask the admin who added the app')
  })

  it.each([
    [12, '12 months'],
    [1, '1 month'],
  ])('say that texts are erased after the operator’s setting in months: %i', async (retentionMonths, shown) => {
    expect(await open('/privacy', { retentionMonths })).toContain(`The text of an answer is erased ${shown} after`)
  })

  it.each([
    ['stores suggested questions', 'questions you suggested with your answers to them'],
    ['shows admins answers that were graded right too', 'can read answers from the last four weeks, without names'],
    [
      'compares later answers with decided ones',
      'compared with answers that an admin ruled on or whose dispute was decided, until',
    ],
    ['compares only in the same workspace', 'All of this applies only in your workspace'],
    ['keeps a published suggestion', 'a suggested question that was published'],
  ])('say that the app %s', async (_, shown) => {
    expect(await open('/privacy')).toContain(shown)
  })

  it('mention the playground only if there is one', async () => {
    expect(await open('/privacy')).not.toContain('In the playground</h2>')
    expect(await open('/privacy', { playground: true })).toContain('In the playground</h2>')
  })

  it('are linked from the front page', async () => {
    const front = await open('/')
    for (const path of paths) expect(front).toContain(`<a href="${path}">`)
  })
})
