import type { FastifyInstance } from 'fastify'

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>

/** A person with a separate browser in a sandbox of the playground. */
export type Visitor = {
  id: string
  ref: string
  name: string
  /** The sandbox they are in, such as `playground:…`. */
  sandbox: string
  cookie(): string
  /**
   * `path` is relative to the sandbox, such as `c/quiz`, or empty for its first channel. With a leading slash, it is
   * absolute.
   */
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>
}

type Options = {
  /** Headers of all of the visitor's requests, such as a router's. */
  always?: Record<string, string>
  /** The visitor whose link they follow. If it is undefined, they get their own sandbox. */
  joins?: Visitor
}

const byScript = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }

export async function visitor(app: FastifyInstance, { always = {}, joins }: Options = {}): Promise<Visitor> {
  const first = await app.inject({ url: '/play', headers: always })
  let cookie = cookieOf(first)
  const content: unknown = JSON.parse(Buffer.from(cookie.split(/[=.]/)[1] ?? '', 'base64url').toString())
  const { id, name, home } = content as { id: string; name: string; home: { id: string } }
  const sandbox = joins?.sandbox ?? `playground:${home.id}`
  const url = (path: string): string =>
    path.startsWith('/') ? path : [sandbox.replace('playground:', '/play/'), path].filter(Boolean).join('/')

  /** A new name comes as a new cookie. */
  function keep(answer: Answer): Answer {
    cookie = cookieOf(answer) || cookie
    return answer
  }

  return {
    id,
    ref: `${sandbox}:${id}`,
    name,
    sandbox,
    cookie: () => cookie,
    get: async (path, headers = {}) =>
      keep(await app.inject({ url: url(path), headers: { cookie, ...always, ...headers } })),
    post: async (path, form, headers = {}) =>
      keep(
        await app.inject({
          method: 'POST',
          url: url(path),
          payload: new URLSearchParams(form).toString(),
          headers: { cookie, ...always, ...byScript, ...headers },
        }),
      ),
  }
}

function cookieOf(answer: Answer): string {
  return String(answer.headers['set-cookie'] ?? '').split(';')[0] ?? ''
}
