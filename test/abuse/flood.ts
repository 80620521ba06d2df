/**
 * Floods the playground of a web process from one address. It runs in a separate process, so that it doesn't delay the
 * test that measures others. Prints the number of open streams, and the status of every other request.
 */
export {}

const [address = ''] = process.argv.slice(2)

type Home = { path: string; cookie: string }

/** The router's headers for the attacker: always the same address, no matter which cookies are sent. */
const always = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.7' }

const homes = await Promise.all(times(20, async () => (await browse('/play')).home))
const home = (n: number): Home => homes[n % homes.length] as Home
const flooded = new AbortController()
const streams = times(500, (n) => openStream(home(n), flooded.signal))
const statuses = await Promise.all([
  ...times(300, async () => (await browse('/play')).status),
  ...times(200, (n) => post(home(n), 'press', { action: 'weekly-now:0' })),
  ...times(250, (n) => post(home(n), 'say', { text: '問'.repeat(4_000) })),
])
// The responses are kept until now, because the connection of one that is garbage collected is closed.
const responses = await Promise.all(streams)
const opened = responses.filter(({ status }) => status === 200).length
process.stdout.write(JSON.stringify({ opened, statuses }))
flooded.abort()

function times<T>(count: number, work: (n: number) => Promise<T>): Promise<T>[] {
  return Array.from({ length: count }, (_, n) => work(n))
}

/** Opens a page and follows its redirect, like a browser. */
async function browse(path: string): Promise<{ status: number; home: Home }> {
  const response = await fetch(address + path, { headers: always, redirect: 'manual' })
  await response.arrayBuffer()
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const location = response.headers.get('location')
  if (location === null) return { status: response.status, home: { path, cookie } }
  const page = await fetch(address + location, { headers: { ...always, cookie } })
  await page.arrayBuffer()
  return { status: page.status, home: { path: location, cookie } }
}

async function post({ path, cookie }: Home, what: string, fields: Record<string, string>): Promise<number> {
  const answer = await fetch(`${address}${path}/c/quiz/${what}`, {
    method: 'POST',
    headers: { ...always, cookie, accept: 'application/json' },
    body: new URLSearchParams(fields),
  })
  await answer.arrayBuffer()
  return answer.status
}

function openStream({ path, cookie }: Home, signal: AbortSignal): Promise<Response> {
  return fetch(`${address}${path}/c/quiz/events`, { headers: { ...always, cookie }, signal })
}
