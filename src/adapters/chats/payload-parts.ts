import { z } from 'zod'

/** An id from a chat: it becomes part of a place, so it contains neither a colon nor a space. */
export const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^:\s]+$/)

/** A text that may be missing. */
export const some = z.string().nullish()
