import type { FastifyInstance } from 'fastify'

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** Somebody with a browser of their own at the playground. */
export type Visitor = {
  id: string
  ref: string
  name: string
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  /** Sends a form the way the page's script does. */
  post(url: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
}

const byScript = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }

/** `always` are headers of every request of theirs, such as a router's. */
export async function visitor(app: FastifyInstance, always: Record<string, string> = {}): Promise<Visitor> {
  const first = await app.inject({ url: '/play', headers: always })
  let cookie = cookieOf(first)
  const content: unknown = JSON.parse(Buffer.from(cookie.split(/[=.]/)[1] ?? '', 'base64url').toString())
  const { id, name } = content as { id: string; name: string }

  /** A new name comes as a new cookie. */
  function keep(answer: Answer): Answer {
    cookie = cookieOf(answer) || cookie
    return answer
  }

  return {
    id,
    ref: `playground:demo:${id}`,
    name,
    get: async (url, headers = {}) => keep(await app.inject({ url, headers: { cookie, ...always, ...headers } })),
    post: async (url, form, headers = {}) =>
      keep(
        await app.inject({
          method: 'POST',
          url,
          payload: new URLSearchParams(form).toString(),
          headers: { cookie, ...always, ...byScript, ...headers },
        }),
      ),
  }
}

function cookieOf(answer: Answer): string {
  return String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''
}
