/** Kinds of characters, checked for one code unit (or, beyond ASCII, one code point) at a time. */

const asciiWord = new Uint8Array(128)
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')
  asciiWord[letter.charCodeAt(0)] = 1

const unicodeWord = /[\p{L}\p{M}\p{N}]/u
const spacelessScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** A letter, a mark or a digit, in any script. */
export function isWordAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit < 128 ? asciiWord[unit] === 1 : unit >= 128 && unicodeWord.test(characterAt(text, at))
}

/** Whether the script has no spaces between words. Each of its characters counts as a word. */
export function standsAlone(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x0e00 && spacelessScript.test(characterAt(text, at))
}

export function isDigitAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 48 && unit <= 57
}

export function isSpaceAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 32 || unit === 10 || unit === 9 || (unit > 127 && /\s/.test(text.charAt(at)))
}

/** The number of code units of the character at `at`. */
export function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1
}

function characterAt(text: string, at: number): string {
  return text.slice(at, at + widthAt(text, at))
}
