const near = ', or near it'

/** The label of a draft's point that also accepts words with a similar meaning. */
export function nearLabel(label: string): string {
  return `${label}${near}`
}

/** A draft has two points for one idea: the word itself, and words with a similar meaning. Players see them as one. */
export function ideaName({ label }: { label: string }): string {
  return label.endsWith(near) ? label.slice(0, -near.length) : label
}
