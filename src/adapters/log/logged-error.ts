export type LoggedError = { type: string; message: string; stack?: string; code?: string; cause?: LoggedError }

const deepest = 4

/**
 * Keeps only type, message, stack, code and cause, because database errors contain the values of the failed statement
 * in their message and in extra fields. The values may contain what a person wrote.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutValues(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const cause = error.cause !== undefined && depth < deepest ? { cause: loggedError(error.cause, depth + 1) } : {}
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(error.stack === undefined ? {} : { stack: withoutValues(error.stack) }),
    ...code,
    ...cause,
  }
}

/** Removes the values that Drizzle lists after `params:`, up to the first line of the stack. */
function withoutValues(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/g, '')
}
