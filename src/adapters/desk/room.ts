import type { Said } from '../../messages/desk/said.ts'
import type { Desk, Visit } from '../../ports/desk/desk.ts'
import type { UploadedFile } from '../../ports/desk/imports.ts'
import type { Asset } from '../html/asset.ts'
import type { Html } from '../html/html.ts'

/** A section of the desk, with its entry in the navigation, its pages and its forms. */
export type Room = {
  /** The beginning of the addresses of the room's pages, such as `/desk/rulings`. */
  path: string
  name: string
  pages: readonly Page[]
  actions: readonly Action[]
  downloads?: readonly Download[]
  replies?: readonly Reply[]
}

export type Page = {
  path: string
  show(desk: Desk, scene: Scene): Promise<Shown | undefined>
}

/** The browser reloads the page after `reload` seconds. `gone` means that the page's subject no longer exists. */
export type Shown = { title: string; content: Html; reload?: number; scripts?: readonly Asset[]; gone?: true }

export type Download = {
  path: string
  name: string
  body(desk: Desk, scene: Scene): Promise<string>
}

/** A response to the page's script while a person types. It changes nothing. */
export type Reply = {
  path: string
  room?: FormRoom
  body(desk: Desk, scene: Scene): Promise<Readonly<Record<string, string | boolean>>>
}

export type Action = {
  path: string
  takesFile?: true
  /**
   * Makes a change and returns the next page, or only returns a result to show. Throws a `QuizError` if the change
   * is refused. After that, `page` is shown again with the input and the error.
   */
  act(desk: Desk, scene: Scene): Promise<Done | Shown>
  page: Page['show']
  /** The form's limits, if they are higher than usual. */
  room?: FormRoom
}

/**
 * `longestField` is in UTF-16 code units, and longer values are cut. `bytes` is the size of the whole form, and a
 * larger form is refused.
 */
export type FormRoom = { longestField: number; bytes: number }

/** `at` is the id of an element to scroll to. */
export type Done = { to: string; said?: Said; count?: number; at?: string }

export type Scene = {
  visit: Visit
  token: string
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  /** The submitted fields, or an empty object if a page is opened. */
  fields: Readonly<Record<string, string>>
  file?: UploadedFile
  problem?: string
  /** The change was refused because somebody else made one first. Current values are shown instead of the submitted ones. */
  isOutdated?: boolean
}
