const near = ', or near it'

/** The label of a draft's point that also accepts words near the idea. */
export function nearLabel(label: string): string {
  return `${label}${near}`
}

/** Two points of a draft test for one idea: the word itself, and words near it. To a player they are the same. */
export function ideaName({ label }: { label: string }): string {
  return label.endsWith(near) ? label.slice(0, -near.length) : label
}
