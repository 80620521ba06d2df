/** Where a question says one may read on. */
export const mostSources = 10

export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
}

/** One address per line; what is none is given back to be named. */
export function readSources(typed: string): { sources: string[]; wrong: string[] } {
  const lines = typed.split('\n').flatMap((line) => line.trim() || [])
  return { sources: lines.filter(isAddress).slice(0, mostSources), wrong: lines.filter((line) => !isAddress(line)) }
}
