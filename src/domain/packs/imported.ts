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

export const importFormats = ['csv', 'gift', 'moodle', 'anki', 'aiken'] as const
export type ImportFormat = (typeof importFormats)[number]
