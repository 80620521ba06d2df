/** A question from another program's file. */
export type Imported = {
  /** The line in the file, from 1. */
  line: number
  prompt: string
  /** Correct answers; the first is the model answer. */
  right: string[]
  /** Answers that the file counts as partly right. */
  half?: string[]
  wrong: { text: string; tell?: string }[]
  id?: string
  topic?: string
  difficulty?: string
  hint?: string
  explanation?: string
  sources?: string[]
  /** How many pictures and sounds were removed. */
  leftOut?: number
}

export type ImportedFile = { read: Imported[]; skipped: { line: number; why: string }[] }

/** In bytes. */
export const largestFile = 10_000_000

const longestFileName = 120

/** Returns the file name without folders, because some browsers send the whole path. */
export function fileName(sent: string): string {
  const name = sent.replaceAll('\0', '').split(/[/\\]/).at(-1) ?? ''
  return name.trim().slice(0, longestFileName).toWellFormed()
}

export const importFormats = ['csv', 'gift', 'moodle', 'anki', 'aiken'] as const
export type ImportFormat = (typeof importFormats)[number]

/** Detects the format by the file name, or else by the beginning of the text; undefined if both are inconclusive. */
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
