/** The source of a question in the studio: an imported draft or a player's suggestion. */
export type Origin = { kind: 'draft' | 'suggestion'; id: number }

/** The format of form values, such as `draft-17`. */
export function writeOrigin({ kind, id }: Origin): string {
  return `${kind}-${id}`
}

export function readOrigin(typed: string): Origin | undefined {
  const [, kind, id] = /^(draft|suggestion)-(\d{1,15})$/.exec(typed) ?? []
  return kind === undefined ? undefined : { kind: kind as Origin['kind'], id: Number(id) }
}
