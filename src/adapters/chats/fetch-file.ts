import { ChatError } from '../../domain/errors.ts'
import { refusedAs } from './refusals.ts'

/**
 * Fetches a file, or returns `too-large` if it has more than `most` bytes. Throws a `ChatError`, with `rights-missing`
 * if the app may not read the file.
 */
export type FetchFile = (from: {
  url: string
  most: number
  headers?: Record<string, string>
}) => Promise<Uint8Array | 'too-large'>

const timeoutMs = 20_000
const atOnce = 3
const fullWaitMs = 10_000

/**
 * Fetches files only from the platform's own hosts. The address comes from a request, and the token sent with it must
 * not reach any other host. If `apiUrl` replaces the Web API, it serves the files too.
 */
export function createFetchFile({
  hosts,
  apiUrl,
}: {
  hosts: readonly string[]
  apiUrl?: string | undefined
}): FetchFile {
  let running = 0
  return async ({ url, most, headers = {} }) => {
    if (!isOwn(url, hosts, apiUrl)) throw refusedAs('rights-missing', 'a file is elsewhere')
    if (running >= atOnce) throw refusedAs('too-fast', 'too many files at once', { waitMs: fullWaitMs })
    running += 1
    try {
      // A redirect could lead to any host, and these platforms only redirect to a sign-in page.
      const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      return await bytesOf(response, most)
    } catch (error) {
      if (error instanceof ChatError) throw error
      throw refusedAs('away', 'a file could not be fetched', { cause: error })
    } finally {
      running -= 1
    }
  }
}

function isOwn(url: string, hosts: readonly string[], apiUrl: string | undefined): boolean {
  const address = URL.parse(url)
  if (address?.username !== '' || address.password !== '') return false
  if (apiUrl !== undefined && address.origin === new URL(apiUrl).origin) return true
  return address.protocol === 'https:' && address.port === '' && hosts.includes(address.hostname)
}

async function bytesOf(response: Response, most: number): Promise<Uint8Array | 'too-large'> {
  const { status, headers, body } = response
  // Slack returns an HTML page if the token may not read the file.
  const isPage = /^text\/html\b/i.test(headers.get('content-type') ?? '')
  const isFile = status === 200 && !isPage
  if (!isFile || Number(headers.get('content-length')) > most) await body?.cancel()
  if (status === 429 || status >= 500) throw refusedAs('away', `a file answered ${status}`)
  if (!isFile) throw refusedAs('rights-missing', `a file answered ${status}`)
  if (Number(headers.get('content-length')) > most) return 'too-large'
  const chunks: Uint8Array[] = []
  let length = 0
  // The limit applies to the decompressed bytes.
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > most) return 'too-large'
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
