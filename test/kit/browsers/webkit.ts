import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type BrowserOptions,
  type BrowserWindow,
  paintedBy,
  type TestBrowser,
  type WindowSize,
} from './browser-window.ts'
import { keyCodes, type Session, startSession } from './webdriver.ts'

/** WebKitGTK's small browser through its driver, on a virtual screen. */
export async function startWebKit({ scripts }: BrowserOptions): Promise<TestBrowser> {
  const home = await mkdtemp(join(tmpdir(), 'heroku-quiz-webkit-'))
  await mkdir(join(home, 'gtk-3.0'))
  await writeFile(join(home, 'gtk-3.0/settings.ini'), '[Settings]\ngtk-enable-animations=0\n')
  const screen = await startScreen()
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    XDG_CONFIG_HOME: home,
    GTK_THEME: 'Adwaita',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  }
  const drivers: ChildProcess[] = []
  const options = {
    args: [
      '--automation',
      '--javascript-can-open-windows-automatically=true',
      // This turns off the scripts of pages, but not those of the driver.
      `--enable-javascript-markup=${scripts}`,
    ],
  }
  return {
    complaints: [],
    async open(size) {
      const { address, process } = await startDriver(env)
      drivers.push(process)
      const session = await startSession(address, { 'webkitgtk:browserOptions': options })
      return windowOf({ ...session, end: () => session.end().finally(() => ended(process)) }, size)
    },
    async close() {
      await Promise.all(drivers.map(ended))
      await ended(screen.process)
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** One for each window, because a driver that has just ended a session sometimes never answers when it starts the next. */
async function startDriver(env: NodeJS.ProcessEnv): Promise<{ address: string; process: ChildProcess }> {
  const port = await freePort()
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' })
  const address = `http://127.0.0.1:${port}`
  await answering(`${address}/status`)
  return { address, process: driver }
}

/** A window without toolbars, because with toolbars a window can't be as narrow as a phone. */
async function windowOf(session: Session, { width, height }: WindowSize): Promise<BrowserWindow> {
  const before = await session.handles()
  await session.run(`void open('about:blank', 'page', 'popup,toolbar=no,location=no,width=${width},height=${height}')`)
  const opened = (await session.handles()).find((handle) => !before.includes(handle))
  if (opened === undefined) throw new Error('WebKit opened no window')
  await session.enter(opened)
  return {
    goto: session.goto,
    run: session.run,
    press: (key, held) => session.keys({ value: keyCodes[key], held: held && keyCodes[held] }),
    type: (text) => session.keys(...[...text].map((value) => ({ value: value === '\n' ? keyCodes.Enter : value }))),
    clickAt: session.clickAt,
    resize: session.resize,
    paint: async (scheme) => void (await session.run(paintedBy(scheme))),
    close: session.end,
  }
}

async function startScreen(): Promise<{ display: string; process: ChildProcess }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  // Xvfb picks a free display number and writes it to this pipe.
  const [number] = await once(server.stdio[3] as Readable, 'data')
  return { display: `:${String(number).trim()}`, process: server }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return
    await sleep(25)
  }
  throw new Error(`nobody answers at ${url}`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill()
  await exit
}
