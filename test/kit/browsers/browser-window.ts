/** A page in a browser: what all three can do, whatever protocol they speak. Points are CSS pixels of what is shown. */
export type BrowserWindow = {
  goto(url: string): Promise<void>
  /** The value of an expression, which may be a promise. It has to fit into JSON. */
  run(expression: string): Promise<unknown>
  press(key: Key, held?: 'Shift' | 'Control'): Promise<void>
  type(text: string): Promise<void>
  clickAt(x: number, y: number): Promise<void>
  resize(size: WindowSize): Promise<void>
  /** Shows the page in the colors for the day or for the night. */
  paint(scheme: 'light' | 'dark'): Promise<void>
  close(): Promise<void>
}

export type Key = 'Tab' | 'Enter' | 'Escape' | 'Backspace' | 'End' | 'ArrowUp' | 'ArrowDown'

export type WindowSize = { width: number; height: number }

/** Each window is a person of their own, without the cookies of the others. */
export type TestBrowser = {
  open(size: WindowSize): Promise<BrowserWindow>
  /** What the pages wrote to the console, threw, or asked of other hosts. WebKit's driver tells none of it. */
  complaints: string[]
  close(): Promise<void>
}

/** Nothing moves in any of them, so that nothing is caught on its way. */
export type BrowserOptions = { scripts: boolean }

/** What a page may ask: this machine. */
export const isOurs = (url: string): boolean => /^(http:\/\/127\.0\.0\.1|data:|about:)/.test(url)

/**
 * Neither Firefox's nor WebKit's driver can choose the colors of a running browser. Our style sheets ask for them in media
 * queries, which are rewritten here as the browser would answer them.
 */
export const paintedBy = (scheme: 'light' | 'dark'): string => `(() => {
  window.nightRules ??= [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.media?.mediaText.includes('prefers-color-scheme: dark'))
  for (const rule of window.nightRules) rule.media.mediaText = '${scheme === 'dark' ? 'all' : 'not all'}'
  document.documentElement.style.colorScheme = '${scheme}'
  return window.nightRules.length
})()`
