import { type Html, html } from '../../html/html.ts'
import type { Scene } from '../room.ts'

/**
 * A form with a side effect. The token proves that it comes from a page of this session. With `otherFormsScript`, the
 * page asks `unsaved` before another form is submitted while this one has changes.
 */
export function deskForm(
  { token }: Pick<Scene, 'token'>,
  action: string,
  content: Html,
  look?: string,
  unsaved?: string,
): Html {
  return html`<form method="post" action="${action}"${look !== undefined && html` class="${look}"`}${unsaved !== undefined && html` data-unsaved="${unsaved}"`}><input type="hidden" name="token" value="${token}">
${content}
</form>`
}

/**
 * Comes first in a form with a text field and buttons that decide something. The Enter key in a text field presses the
 * form's first button, and this one does nothing.
 */
export const nothingOnEnter = html`<button disabled hidden></button>`

/** The values to show again in a refused form. None if others have been stored since, because those are shown then. */
export function typedIn({ problem, isOutdated, fields }: Scene): Scene['fields'] | undefined {
  return problem === undefined || isOutdated === true ? undefined : fields
}

/** A form with a file. The token comes first, as in every form. */
export function fileForm({ token }: Pick<Scene, 'token'>, action: string, content: Html): Html {
  return html`<form method="post" action="${action}" enctype="multipart/form-data"><input type="hidden" name="token" value="${token}">
${content}
</form>`
}
