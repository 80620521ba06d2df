/** A file that can't be read at all, in words for the person who provided it. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
}
