import type { Place } from '../domain/place.ts'

/**
 * A message in our own words. Adapters render it for their platform and escape every string in it, once:
 * no string here ever holds markup, so nothing a person typed can become some.
 */
export type Message = {
  /** One plain line: what a notification, a screen reader or an old client shows. */
  summary: string
  /** Shorter still, for where the message itself is out of sight. */
  headline?: string
  blocks: Block[]
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: Rich }
  | { kind: 'quote'; text: Rich }
  | { kind: 'list'; items: Rich[] }
  /** `caption`: what a table of it is called, where a platform has tables. */
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
  /** Ranks gained (positive) or lost since the window before; none for a newcomer. */
  movement?: number
  /** The row of the person who asked. */
  own?: boolean
  /** Small words behind the points, such as a streak. */
  aside?: string
}

/** `action` is a word of the table in commands/ and what it is about, such as `answer:17`. */
export type Button =
  | { action: string; label: string; look: 'primary' | 'plain' | 'danger' }
  | { url: string; label: string }

/** A small form: a modal on Slack and Discord, a dialog in the playground. */
export type Form = {
  /** Comes back with the values; a word of the table in commands/ and what it is about, such as `answer:17`. */
  action: string
  title: string
  /** Shown above the fields where the platform can. */
  intro: string
  fields: Field[]
  submit: string
}

export type Field = TextField | ChoiceField | TimeField | ChannelField

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

/** One of a few: a menu, or with `radio` all of them at once. What comes back is the value. */
export type ChoiceField = {
  kind: 'choice'
  name: string
  label: string
  look: 'menu' | 'radio'
  choices: { value: string; label: string }[]
  value?: string
}

/** A time of a day, `HH:MM`. */
export type TimeField = { kind: 'time'; name: string; label: string; value: string }

/** A channel of the workspace; what comes back is its place, or nothing. */
export type ChannelField = { kind: 'channel'; name: string; label: string; value?: Place }
