import { z } from 'zod'

/** An id from a chat. It becomes part of a place, so it may contain neither a colon nor a space. */
export const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^:\s]+$/)

export const some = z.string().nullish()
