import type { Key, WindowSize } from './browser-window.ts'

/**
 * A session of the classic WebDriver protocol (https://www.w3.org/TR/webdriver2/), with the operations that we need.
 */
export type Session = {
  goto(url: string): Promise<void>
  run(expression: string): Promise<unknown>
  keys(...keys: { value: string; held?: string | undefined }[]): Promise<void>
  clickAt(x: number, y: number): Promise<void>
  /** Selects the window for all later calls. */
  enter(handle: string): Promise<void>
  handles(): Promise<string[]>
  resize(size: WindowSize): Promise<void>
  end(): Promise<void>
}

export const keyCodes: Record<Key | 'Shift' | 'Control', string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  End: '\uE010',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
}

export async function startSession(driver: string, capabilities: Record<string, unknown>): Promise<Session> {
  const { sessionId } = (await call('POST', `${driver}/session`, {
    capabilities: { alwaysMatch: capabilities },
  })) as { sessionId: string }
  const session = `${driver}/session/${sessionId}`
  const post = (path: string, body: unknown) => call('POST', session + path, body)
  const act = async (...actions: unknown[]) => void (await post('/actions', { actions }))
  return {
    goto: async (url) => void (await post('/url', { url })),
    async run(expression) {
      const script = `const done = arguments[0]
        Promise.resolve().then(() => (${expression}))
          .then((value) => done({ value }), (error) => done({ error: String(error) }))`
      const { value, error } = (await post('/execute/async', { script, args: [] })) as Outcome
      if (error !== undefined) throw new Error(error)
      return value ?? undefined
    },
    keys: (...keys) => act({ type: 'key', id: 'keyboard', actions: keys.flatMap(strokes) }),
    clickAt: (x, y) =>
      act({
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [
          { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      }),
    enter: async (handle) => void (await post('/window', { handle })),
    handles: async () => (await call('GET', `${session}/window/handles`)) as string[],
    resize: async (size) => void (await post('/window/rect', size)),
    end: async () => void (await call('DELETE', session)),
  }
}

type Outcome = { value?: unknown; error?: string }

function strokes({ value, held }: { value: string; held?: string | undefined }): { type: string; value: string }[] {
  const stroke = [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]
  return held ? [{ type: 'keyDown', value: held }, ...stroke, { type: 'keyUp', value: held }] : stroke
}

async function call(method: string, url: string, body?: unknown): Promise<unknown> {
  const request = { method, signal: AbortSignal.timeout(30_000), ...(body ? { body: JSON.stringify(body) } : {}) }
  const answer = await fetch(url, request).catch((error: unknown) => {
    throw new Error(`WebKit's driver did not answer ${method} ${url}`, { cause: error })
  })
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null }
  if (value?.error !== undefined) throw new Error(`${value.error}: ${value.message}`)
  return value
}
