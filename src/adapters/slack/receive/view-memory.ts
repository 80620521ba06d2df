import { z } from 'zod'
import { type Place, placeOf } from '../../../domain/place.ts'
import { limits } from '../render/limits.ts'

/** The data that a modal carries until it is submitted. A submission contains neither our action nor the channel. */
export type ViewMemory = { action?: string; channel?: { ref: Place; name: string } }

const remembered = z.object({
  action: z.string().optional(),
  channel: z.object({ ref: z.string().regex(/^slack:[^:]+:[^:]+$/), name: z.string() }).optional(),
})

export function writeMemory(memory: ViewMemory): string {
  const text = JSON.stringify(memory)
  return text.length <= limits.privateMetadata ? text : JSON.stringify({ ...memory, channel: undefined })
}

/** Ignores a channel of another workspace, and data that an older release wrote. */
export function readMemory(text: string | null | undefined, team: string): ViewMemory {
  if (!text) return {}
  try {
    const { action, channel } = remembered.parse(JSON.parse(text))
    const near = channel?.ref.startsWith(`${placeOf('slack', team)}:`)
    return { ...(action === undefined ? {} : { action }), ...(channel && near ? { channel } : {}) }
  } catch {
    return {}
  }
}
