/** The file may contain names of several megabytes. */
const longest = 300

/** The file can't be read at all. The message is for the person who uploaded it. */
export class ImportError extends Error {
  override readonly name = 'ImportError'

  constructor(message: string) {
    super(message.slice(0, longest).toWellFormed())
  }
}
