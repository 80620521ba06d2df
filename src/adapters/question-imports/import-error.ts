/** Who wrote the file may have named things in it with megabytes. */
const longest = 300

/** A file that can't be read at all, in words for the person who provided it. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  constructor(message: string) {
    super(message.slice(0, longest).toWellFormed())
  }
}
