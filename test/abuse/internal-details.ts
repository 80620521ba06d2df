export type Answer = { status: number; headers: Headers; body: string }

/** Sends a request like a browser or a program, and reads only the beginning of an endless stream. */
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

const inside = /\bat [^\n]*:\d+:\d+|node_modules|\.ts:\d|\bselect |relation "|database "|terminating|ECONN|"stack"/

/** Returns the internal details in a response, and the required headers that it lacks. */
export function internalDetails({ headers, body }: Answer): string[] {
  return [
    ...headersOfAll.filter((name) => !headers.has(name)).map((name) => `no ${name}`),
    ...(inside.test(body) ? [`shows ${inside.exec(body)?.[0]}`] : []),
  ]
}
