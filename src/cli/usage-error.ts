/** The command was typed incorrectly. The exit status is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function unreadable(file: string, error: unknown): UsageError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new UsageError(`${file}: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}`)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'is a folder; name a file in it',
  EACCES: 'can’t be read: permission denied',
}
