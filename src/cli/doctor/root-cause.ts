export function rootCause(error: unknown): { cause: unknown; code: string | undefined } {
  let cause = error
  while (cause instanceof Error && cause.cause !== undefined) cause = cause.cause
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return { cause, code }
}
