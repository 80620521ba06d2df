import { z } from 'zod'

/** An id of a chat's: it becomes a part of a place, so it holds neither a colon nor a space. */
export const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^:\s]+$/)

/** A text that may be missing. */
export const some = z.string().nullish()
