/**
 * A result of `doctor`. `remedy` is a command that can be pasted, unless it contains `...`. If there is no such command,
 * it names a page and a value.
 */
export type Finding = { what: string; state: 'ok' | 'off' | 'wrong'; detail: string; remedy?: string }
