/** A person with a separate browser on the desk of a running app. */
export type DeskPerson = {
  /** Opens the page behind a link from chat, and presses its button unless `how` is `looks`. */
  follows(link: string, how?: 'looks' | 'presses'): Promise<Seen>
  opens(path: string): Promise<Seen>
  /** Submits a form with the token of the last page, unless `fields` has another one. */
  sends(path: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Seen>
  uploads(path: string, file: { name: string; bytes: Uint8Array }, fields?: Record<string, string>): Promise<Seen>
  cookie(): string
}

export type Seen = { status: number; path: string; text: string; html: string; headers: Headers }

export function deskPerson(address: string): DeskPerson {
  let cookie = ''
  let token = ''

  async function go(path: string, request: RequestInit = {}): Promise<Seen> {
    const headers = { accept: 'text/html', ...(cookie === '' ? {} : { cookie }), ...request.headers }
    const response = await fetch(address + path, { redirect: 'manual', ...request, headers })
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0] ?? ''
    const to = response.headers.get('location')
    if (to !== null) return go(to)
    const html = await response.text()
    token = /name="token" value="([^"]+)"/.exec(html)?.[1] ?? token
    return { status: response.status, path, text: textOf(html), html, headers: response.headers }
  }

  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    go(path, { method: 'POST', headers: { ...headers }, body: new URLSearchParams(fields) })

  return {
    async follows(link, how = 'presses') {
      const { pathname, search } = new URL(link)
      const seen = await go(pathname + search)
      const [, action = pathname] = /<form[^>]* action="([^"]+)"/.exec(seen.html) ?? []
      return how === 'looks' || seen.status !== 200 ? seen : send(action, {})
    },
    opens: (path) => go(path),
    sends: (path, fields = {}, headers = {}) => send(path, { token, ...fields }, headers),
    uploads(path, { name, bytes }, fields = {}) {
      const body = new FormData()
      for (const [field, value] of Object.entries({ token, ...fields })) body.set(field, value)
      body.set('file', new File([new Uint8Array(bytes)], name))
      return go(path, { method: 'POST', body })
    },
    cookie: () => cookie,
  }
}

function textOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
