/** A file that can't be read at all, in words for whoever gave it. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
