/** A question as it is in another program's file. */
export type Imported = {
  /** Where it begins in the file, from 1. */
  line: number
  prompt: string
  /** Right answers; the first is the model answer. */
  right: string[]
  wrong: { text: string; tell?: string }[]
  id?: string
  topic?: string
  difficulty?: string
  hint?: string
  explanation?: string
  sources?: string[]
  /** Pictures and sounds, which a text question leaves out. */
  leftOut?: number
}

/** What a file contains: each item in it is read, or says why not. */
export type ImportedFile = { read: Imported[]; skipped: { line: number; why: string }[] }

/** In bytes: the largest file that is read. */
export const largestFile = 10_000_000

const longestFileName = 120

/** What a file is called. Some browsers send a whole path. */
export function fileName(sent: string): string {
  const name = sent.replaceAll('\0', '').split(/[/\\]/).at(-1) ?? ''
  return name.trim().slice(0, longestFileName).toWellFormed()
}

export const importFormats = ['csv', 'gift', 'moodle', 'anki', 'aiken'] as const
export type ImportFormat = (typeof importFormats)[number]

/** What a file's name says of its format, or, where that says nothing, how its text begins; undefined if neither does. */
export function formatOf(name: string, start = ''): ImportFormat | undefined {
  if (/\.(csv|tsv)$/i.test(name)) return 'csv'
  if (/\.gift$/i.test(name)) return 'gift'
  if (/\.xml$/i.test(name)) return 'moodle'
  if (/\.apkg$/i.test(name)) return 'anki'
  if (/^\uFEFF?#(separator|html|deck|tags|notetype|guid|columns)\b/i.test(start)) return 'anki'
  if (/^ANSWER: *[A-Z] *$/im.test(start)) return 'aiken'
  if (/\{ *[=~]/.test(start)) return 'gift'
  return undefined
}
