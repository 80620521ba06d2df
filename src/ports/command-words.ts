export type CommandWords = {
  /** The words that identify the command: `['team', 'join']`. */
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
  /** The only values that the option accepts. */
  choices?: readonly string[]
  /** Whether a `complete` event returns suggestions for this option. */
  completes: boolean
}
