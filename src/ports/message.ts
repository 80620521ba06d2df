import type { Place } from '../domain/place.ts'
import type { Grade } from '../domain/rubric/rubric.ts'

/**
 * A message in our own words. Adapters render it for their platform and escape every string in it, once: no string here
 * ever contains markup, so nothing a person typed can become markup.
 */
export type Message = {
  /** One plain line: what a notification, a screen reader or an old client shows. */
  summary: string
  /** Even shorter, for when the message itself is out of sight. */
  headline?: string
  /** The verdict on an answer, also shown as a color. The text says the same. */
  verdict?: Grade['verdict']
  /** Shown with a celebration. */
  celebrates?: boolean
  blocks: Block[]
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: Rich }
  | { kind: 'quote'; text: Rich }
  | { kind: 'list'; items: Rich[] }
  /** `caption`: the title of its table, on platforms with tables. */
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
  /** A person, role or group that is meant to be notified; everything else never pings. */
  | { mention: string }

/** One line of a board: rank, name, points. */
export type BoardRow = {
  rank: number
  name: string
  points: number
  /** Ranks gained (positive) or lost since the window before; undefined for a newcomer. */
  movement?: number
  /** The row of the person who asked. */
  own?: boolean
  /** A short note after the points, such as a streak. */
  aside?: string
}

/** `action` is a word from the table in commands/ and what it is about, such as `answer:17`. */
export type Button =
  | { action: string; label: string; look: 'primary' | 'plain' | 'danger' }
  | { url: string; label: string }

/** A small form: a modal on Slack and Discord, a dialog in the playground. */
export type Form = {
  /** Returned with the values; a word from the table in commands/ and what it is about, such as `answer:17`. */
  action: string
  title: string
  /** Shown above the fields if the platform can. */
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
  /** In UTF-16 code units. */
  most: number
  lines: 'one' | 'many'
  value?: string
  /** May be left empty. */
  optional?: boolean
}

/** One of a few: a menu, or with `radio` all of them at once. Returns the value. */
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

/** A channel of the workspace; returns its place, or nothing. */
export type ChannelField = { kind: 'channel'; name: string; label: string; value?: Place }

/** One file; it comes back in `Origin.files`. `instead` is shown in place of the form if the platform can't take files. */
export type FileField = { kind: 'file'; name: string; label: string; instead: Message }
