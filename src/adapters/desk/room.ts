import type { Said } from '../../messages/desk/said.ts'
import type { Desk, Visit } from '../../ports/desk/desk.ts'
import type { UploadedFile } from '../../ports/desk/imports.ts'
import type { Asset } from '../html/asset.ts'
import type { Html } from '../html/html.ts'

/** A part of the desk: an entry in the navigation, and the pages and forms behind it. */
export type Room = {
  /** Such as `/desk/rulings`; the pages of the room begin with it. */
  path: string
  name: string
  pages: readonly Page[]
  actions: readonly Action[]
  downloads?: readonly Download[]
  replies?: readonly Reply[]
}

export type Page = {
  path: string
  /** Undefined if there is no such thing in this workspace. */
  show(desk: Desk, scene: Scene): Promise<Shown | undefined>
}

/** `reload`: after this many seconds the browser reloads the page. `gone`: the page existed once. */
export type Shown = { title: string; content: Html; reload?: number; scripts?: readonly Asset[]; gone?: true }

/** A CSV file. */
export type Download = {
  path: string
  name: string
  body(desk: Desk, scene: Scene): Promise<string>
}

/** What the script of a page asks for while somebody types; nothing is changed. */
export type Reply = {
  path: string
  room?: FormRoom
  body(desk: Desk, scene: Scene): Promise<Readonly<Record<string, string | boolean>>>
}

export type Action = {
  path: string
  /** Its form has a file. */
  takesFile?: true
  /**
   * Changes something and says where to go next, or only tries something and shows the result. Throws a `QuizError` for
   * what can't be done: then `page` is shown again, with the input and what is wrong.
   */
  act(desk: Desk, scene: Scene): Promise<Done | Shown>
  page: Page['show']
  /** How much its form may send, if that is more than forms usually have. */
  room?: FormRoom
}

/** Of one field in UTF-16 code units: what is longer is cut. Of the whole form in bytes as they are sent: more is refused. */
export type FormRoom = { longestField: number; bytes: number }

/** Where to go next, and what to say there. */
export type Done = { to: string; said?: Said; count?: number }

/** One request from somebody who is signed in. */
export type Scene = {
  visit: Visit
  /** For the forms of the page. */
  token: string
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  /** The submitted fields; empty when a page is opened. */
  fields: Readonly<Record<string, string>>
  file?: UploadedFile
  /** Why `fields` could not be saved. */
  problem?: string
}
