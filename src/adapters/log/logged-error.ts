/** An error as it is logged. */
export type LoggedError = { type: string; message: string; stack?: string; code?: string; cause?: LoggedError }

/** Causes within causes, at most. */
const deepest = 4

/**
 * Type, message, stack, code and cause, and nothing else: errors of the database carry the values of the statement that
 * failed, in their message and in fields of their own, and those may be what a person wrote.
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

/** Drizzle lists the values of a statement behind `params:`, up to the first line of the stack. */
function withoutValues(text: string): string {
  return text.replace(/\nparams:[\s\S]*?(?=\n {4}at |$)/g, '')
}
