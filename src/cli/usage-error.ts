/** The command's words are off: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
