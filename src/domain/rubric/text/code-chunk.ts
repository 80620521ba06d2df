/**
 * Whether the text between two spaces is something a programmer typed: `ps:scale`, DATABASE_URL, `--tail`. A hyphen, a
 * slash between words or an apostrophe isn't enough.
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

// Most contain none of these, and then nothing more is checked.
const marks = new Uint8Array(128)
for (const mark of '_:=@#$\\~^+./-*') marks[mark.charCodeAt(0)] = 1

const codeMark =
  /[\p{L}\p{N}][_:=@#$\\~^+][\p{L}\p{N}$]|[\p{L}\p{N}]\.[\p{L}\p{N}]|^[("'`]*(?:\$\p{L}|--?\p{L}|[./~#@]\p{L}|\*\.)|:\/\//u

// "done.It restarts": prose without the space after a period.
const missingSpace = /^[\p{L}'-]*\p{Ll}{2}\.\p{Lu}\p{Ll}+[,.!?]?$/u
