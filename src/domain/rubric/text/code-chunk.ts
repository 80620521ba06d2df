/**
 * Whether the text between two spaces is code: `ps:scale`, DATABASE_URL, `--tail`. A hyphen, a slash between words or
 * an apostrophe isn't enough.
 */
export function isCodeChunk(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit > 127 || marks[unit] === 1) {
      const chunk = text.slice(from, to)
      return codeMark.test(chunk) && !missingSpace.test(chunk)
    }
  }
  return false
}

// Most words contain none of these characters, so the other checks are skipped.
const marks = new Uint8Array(128)
for (const mark of '_:=@#$\\~^+./-*') marks[mark.charCodeAt(0)] = 1

const codeMark =
  /[\p{L}\p{N}][_:=@#$\\~^+][\p{L}\p{N}$]|[\p{L}\p{N}]\.[\p{L}\p{N}]|^[("'`]*(?:\$\p{L}|--?\p{L}|[./~#@]\p{L}|\*\.)|:\/\//u

// Prose without the space after a period: "done.It restarts".
const missingSpace = /^[\p{L}'-]*\p{Ll}{2}\.\p{Lu}\p{Ll}+[,.!?]?$/u
