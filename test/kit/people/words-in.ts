/** All text in a message to a chat that people can read. */
export function wordsIn(sent: unknown): string {
  return [...shown(sent)].join('\n')
}

const fields = ['text', 'content', 'description', 'label', 'alt_text']

function* shown(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && fields.includes(name)) yield inner
    else yield* shown(inner)
  }
}
