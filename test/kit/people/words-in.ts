/** All that people can read in something sent to a chat, as one text: whatever stands in a field that is shown. */
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
