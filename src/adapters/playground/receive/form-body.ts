import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { text } from '../../html/read-forms.ts'

const action = text.pipe(z.string().min(1).max(200))

/** New in each form, so that a form that is submitted twice is one event. */
const once = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,64}$/)
  .catch(() => randomUUID())

export const sayForm = z.object({ text, once })
export const pressForm = z.object({ action, once })
/** A `Form`'s fields have the prefix `value.`, so that none can be mistaken for `action`. */
export const submitForm = z.object({ action, once }).catchall(text)
export const nameForm = z.object({ name: text })
/**
 * The name of a team to join is the button's value, and the name of a new team is typed. `in` is the page's channel.
 */
export const teamForm = z.object({
  team: text.default(''),
  joins: text.optional(),
  verb: z.enum(['join', 'create', 'leave']).default('join'),
  in: text.optional(),
  once,
})
export const meQuery = z.object({ in: text.optional().catch(undefined) })
export const completeQuery = z.object({ words: text.catch('') })
