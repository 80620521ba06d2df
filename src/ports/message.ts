import type { Place } from '../domain/place.ts'
import type { Grade } from '../domain/rubric/rubric.ts'

/**
 * A message without platform markup. Adapters render it and escape every string in it once, so typed text can't become
 * markup.
 */
export type Message = {
  /** One line of plain text, for notifications, screen readers and old clients. */
  summary: string
  headline?: string
  /** The verdict on an answer, also shown as a color. The text contains it too. */
  verdict?: Grade['verdict']
  celebrates?: boolean
  blocks: Block[]
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: Rich }
  | { kind: 'quote'; text: Rich }
  | { kind: 'list'; items: Rich[] }
  /** `caption` is the title of the table, on platforms with tables. */
  | { kind: 'board'; rows: BoardRow[]; caption?: string }
  /** Small print. */
  | { kind: 'note'; text: Rich }
  | { kind: 'image'; png: Uint8Array; name: string; alt: string }
  | { kind: 'buttons'; buttons: Button[] }

export type Rich = Inline[]

export type Inline =
  | string
  | { bold: string }
  | { code: string }
  | { link: string; url: string }
  /** A person, role or group to notify. Other text never pings anybody. */
  | { mention: string }

export type BoardRow = {
  rank: number
  name: string
  points: number
  /** Ranks gained (positive) or lost since the previous period; undefined for a newcomer. */
  movement?: number
  /** Whether this is the row of the person who asked. */
  own?: boolean
  aside?: string
}

/** `action` is a name from `commands/actions` and an argument, such as `answer:17`. */
export type Button =
  | { action: string; label: string; look: 'primary' | 'plain' | 'danger' }
  | { url: string; label: string }

/** A small form: a modal on Slack and Discord, a dialog in the playground. */
export type Form = {
  /** Submitted with the values. A name from `commands/actions` and an argument, such as `answer:17`. */
  action: string
  title: string
  /** Shown above the fields, on platforms that support it. */
  intro: string
  fields: Field[]
  submit: string
}

export type Field = TextField | ChoiceField | TimeField | ChannelField | FileField

export type TextField = {
  kind?: 'text'
  name: string
  label: string
  placeholder: string
  /** The maximum length in UTF-16 code units. */
  most: number
  /** A longer text is refused with a message, so platforms that would silently cut it must let people type it. */
  refusesLonger?: true
  lines: 'one' | 'many'
  value?: string
  optional?: boolean
}

/** A choice of one option: a menu, or radio buttons with `radio`. Submits the option's value. */
export type ChoiceField = {
  kind: 'choice'
  name: string
  label: string
  look: 'menu' | 'radio'
  choices: { value: string; label: string }[]
  value?: string
}

/** A time of day, `HH:MM`. */
export type TimeField = { kind: 'time'; name: string; label: string; value: string }

/** A channel of the workspace. Submits its place, or nothing. */
export type ChannelField = { kind: 'channel'; name: string; label: string; value?: Place }

/** One file, submitted in `Origin.files`. `instead` replaces the form on platforms that can't accept files. */
export type FileField = { kind: 'file'; name: string; label: string; instead: Message }
