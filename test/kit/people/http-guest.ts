export type HttpGuest = {
  /** The path of their sandbox, by which others join it. */
  path: string
  says(text: string): Promise<void>
  reads(): Promise<string>
  press(action: string): Promise<void>
  submit(action: string, text: string): Promise<void>
  /** Keeps the channel's page open, as a browser does; returns a function that closes it. */
  watch(): Promise<() => void>
}

let guests = 0

/**
 * A new visitor of a web process's playground, over HTTP and behind a router. They join the sandbox of the given path,
 * or get their own.
 */
export async function httpGuest(address: string, joined?: string): Promise<HttpGuest> {
  // The router's header gives everybody a different address, because requests per address are limited.
  const home = `10.0.${(guests >> 8) & 255}.${guests++ & 255}`
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': home }
  const first = await fetch(`${address}${joined ?? '/play'}`, { headers, redirect: 'manual' })
  const page = await first.text()
  const path = joined ?? first.headers.get('location') ?? ''
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  if (first.status >= 400) throw new Error(`/play answered ${first.status}: ${page}`)
  const post = async (what: string, fields: Record<string, string>): Promise<void> => {
    const response = await fetch(`${address}${path}/c/quiz/${what}`, {
      method: 'POST',
      headers: { ...headers, cookie, accept: 'application/json' },
      body: new URLSearchParams(fields),
    })
    const said = await response.text()
    if (!response.ok) throw new Error(`${what} answered ${response.status}: ${said}`)
  }
  return {
    path,
    says: (text) => post('say', { text }),
    async reads() {
      return (await fetch(`${address}${path}/c/quiz`, { headers: { ...headers, cookie } })).text()
    },
    press: (action) => post('press', { action }),
    submit: (action, text) => post('submit', { action, 'value.text': text }),
    async watch() {
      const stop = new AbortController()
      const stream = await fetch(`${address}${path}/c/quiz/events`, {
        headers: { ...headers, cookie },
        signal: stop.signal,
      })
      if (!stream.ok) throw new Error(`events answered ${stream.status}`)
      return () => stop.abort()
    },
  }
}
