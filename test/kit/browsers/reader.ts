import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import type { BrowserWindow } from './browser-window.ts'

/** Only a page that hangs should reach this limit. On a busy machine, a page can take ten times as long as on an idle one. */
export const patienceMs = 30_000

/** The minified file is half as long. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A person in front of a window, who waits for elements and presses visible ones. */
export type Reader = {
  /** Resolves when a visible element contains the words. */
  sees(selector: string, words?: string): Promise<void>
  /** Resolves when no visible element contains the words. */
  missesAtLast(selector: string, words?: string): Promise<void>
  clicks(selector: string, words?: string): Promise<void>
  fills(selector: string, text: string): Promise<void>
  /** Resolves when a page is open whose path ends like this. */
  arrivesAt(path: string): Promise<void>
  value(selector: string): Promise<string>
  text(selector: string): Promise<string>
  count(selector: string): Promise<number>
  /** Returns how often Tab has to be pressed until the element has the focus. */
  tabsTo(selector: string, held?: 'Shift'): Promise<number>
  /** Returns axe's violations as rules with their places. */
  faults(): Promise<string[]>
}

export function readerOf(window: BrowserWindow): Reader {
  const ask = (question: string, selector: string, words = '') =>
    window.run(`(${find})(${JSON.stringify(selector)}, ${JSON.stringify(words)}).${question}`)
  const first = (property: string) => (selector: string) =>
    window.run(`document.querySelector(${JSON.stringify(selector)}).${property}`) as Promise<string>

  return {
    async sees(selector, words) {
      await until(`there is no ${selector} ${words ?? ''}`, () => ask('length > 0', selector, words))
    },
    async missesAtLast(selector, words) {
      await until(`there still is ${selector} ${words ?? ''}`, () => ask('length === 0', selector, words))
    },
    async clicks(selector, words) {
      const point = await until(`cannot press ${selector} ${words ?? ''}`, () =>
        ask(`map(${pressable})[0]`, selector, words),
      )
      const [x = 0, y = 0] = point as number[]
      await window.clickAt(x, y)
    },
    async fills(selector, text) {
      await until(`there is no ${selector}`, () => ask('length > 0', selector))
      await window.run(
        `(${find})(${JSON.stringify(selector)}, '').slice(0, 1).forEach((one) => { one.focus(); one.select() })`,
      )
      await (text === '' ? window.press('Backspace') : window.type(text))
    },
    async arrivesAt(path) {
      const there = `document.readyState === 'complete' && location.pathname.endsWith(${JSON.stringify(path)})`
      await until(`never came to ${path}`, () => window.run(there))
    },
    value: first('value'),
    text: first('textContent'),
    count: async (selector) =>
      Number(await window.run(`document.querySelectorAll(${JSON.stringify(selector)}).length`)),
    async tabsTo(selector, held) {
      for (let presses = 1; presses <= 60; presses++) {
        await window.press('Tab', held)
        if (await window.run(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return presses
      }
      throw new Error(`Tab never came to ${selector}`)
    },
    faults: () => faultsBy(window.run),
  }
}

/** Returns axe's violations in the page that runs the expressions, as rules with their places. */
async function faultsBy(run: BrowserWindow['run']): Promise<string[]> {
  if (!(await run('"axe" in window'))) await run(`void (() => { ${axe} })()`)
  return (await run(examine)) as string[]
}

/** Repeats a check until it succeeds or `patienceMs` have passed. A page that is being left returns errors. */
async function until(complaint: string, ask: () => Promise<unknown>): Promise<unknown> {
  const end = Date.now() + patienceMs
  for (;;) {
    const answer = await ask().catch((error: unknown) => {
      if (Date.now() > end) throw error
    })
    if (answer) return answer
    if (Date.now() > end) throw new Error(complaint)
    await sleep(30)
  }
}

/** Runs in the page: the visible elements that contain the words. */
const find = `(selector, words) => [...document.querySelectorAll(selector)].filter((one) =>
  one.checkVisibility({ visibilityProperty: true }) && one.textContent.replace(/\\s+/g, ' ').includes(words))`

/** Runs in the page: the center of an element, if a click there would reach it. */
const pressable = `(one) => {
  one.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  const { left, top, width, height } = one.getClientRects()[0]
  const middle = [left + width / 2, top + height / 2]
  return !one.disabled && one.contains(document.elementFromPoint(...middle)) && middle
}`

/** Runs in the page. Returns only violations, because the full result is hundreds of kilobytes. */
const examine = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`
