/** An answer as whoever asked sees it. */
export type Answer = { status: number; headers: Headers; body: string }

/** Asks as a browser or a program does; of a stream, which never ends, only the beginning. */
export async function reach(address: string, path: string, request: RequestInit): Promise<Answer> {
  const response = await fetch(`${address}${path}`, { redirect: 'manual', ...request })
  const { status, headers } = response
  if (!headers.get('content-type')?.includes('event-stream')) return { status, headers, body: await response.text() }
  await response.body?.cancel()
  return { status, headers, body: '' }
}

const headersOfAll = [
  ...['content-security-policy', 'x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy'],
  ...['cross-origin-resource-policy', 'permissions-policy'],
]

/** What would tell a stranger how we are made. */
const inside = /\bat [^\n]*:\d+:\d+|node_modules|\.ts:\d|\bselect |relation "|database "|terminating|ECONN|"stack"/

/** What an answer shows of our inside, or lacks of the headers that every answer carries. */
export function insideOf({ headers, body }: Answer): string[] {
  return [
    ...headersOfAll.filter((name) => !headers.has(name)).map((name) => `no ${name}`),
    ...(inside.test(body) ? [`shows ${inside.exec(body)?.[0]}`] : []),
  ]
}
