/** Limits the URLs where readers can learn more about a question. */
export const mostSources = 10

/** In characters, as in most browsers. */
const longestAddress = 2000

export function isAddress(text: string): boolean {
  return text.length <= longestAddress && /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
}

/** Reads one URL per line. Invalid lines are returned for the error message. */
export function readSources(typed: string): { sources: string[]; wrong: string[] } {
  const lines = typed.split('\n').flatMap((line) => line.trim() || [])
  return { sources: lines.filter(isAddress).slice(0, mostSources), wrong: lines.filter((line) => !isAddress(line)) }
}
