/** A line that people can type, as plain data: what a platform needs to offer it as a native command. */
export type CommandWords = {
  /** The words that name it: `['team', 'join']`. */
  path: readonly [string] | readonly [string, string]
  help: string
  who: 'all' | 'admin'
  /** In the order in which they are typed. */
  options: readonly OptionWords[]
}

export type OptionWords = {
  name: string
  help: string
  required: boolean
  /** The only words it takes. */
  choices?: readonly string[]
  /** Whether a `complete` event returns words for it while it is typed. */
  completes: boolean
}
