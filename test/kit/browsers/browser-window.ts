/** The operations on a page that all three browsers support. Points are CSS pixels in the visible area. */
export type BrowserWindow = {
  goto(url: string): Promise<void>
  /** The value of an expression, which may be a promise. The value must be valid JSON. */
  run(expression: string): Promise<unknown>
  press(key: Key, held?: 'Shift' | 'Control'): Promise<void>
  type(text: string): Promise<void>
  clickAt(x: number, y: number): Promise<void>
  resize(size: WindowSize): Promise<void>
  paint(scheme: 'light' | 'dark'): Promise<void>
  close(): Promise<void>
}

export type Key = 'Tab' | 'Enter' | 'Escape' | 'Backspace' | 'End' | 'ArrowUp' | 'ArrowDown'

export type WindowSize = { width: number; height: number }

/** Each window is a separate person, without the cookies of the others. */
export type TestBrowser = {
  open(size: WindowSize): Promise<BrowserWindow>
  /** Console messages and errors of the pages, and requests to other hosts. WebKit's driver reports none of these. */
  complaints: string[]
  /** Ends a browser that other test files don't use. */
  close(): Promise<void>
}

/** Animations are off in every browser, so that tests never see a state in between. */
export type BrowserOptions = { scripts: boolean }

/** The addresses that a page may request: this machine only. */
export const isOurs = (url: string): boolean => /^(http:\/\/127\.0\.0\.1|data:|about:)/.test(url)

/**
 * The drivers of Firefox and WebKit can't set the color scheme of a running browser. This code rewrites the media
 * queries of our style sheets as the browser would evaluate them.
 */
export const paintedBy = (scheme: 'light' | 'dark'): string => `(() => {
  window.nightRules ??= [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.media?.mediaText.includes('prefers-color-scheme: dark'))
  for (const rule of window.nightRules) rule.media.mediaText = '${scheme === 'dark' ? 'all' : 'not all'}'
  document.documentElement.style.colorScheme = '${scheme}'
  return window.nightRules.length
})()`
