import { z } from 'zod'
import { type Place, placeOf } from '../../../domain/place.ts'
import { limits } from '../render/limits.ts'

/**
 * What a modal has to carry until it is submitted: Slack includes neither our action nor the channel in a submission.
 */
export type ViewMemory = { action?: string; channel?: { ref: Place; name: string } }

const remembered = z.object({
  action: z.string().optional(),
  channel: z.object({ ref: z.string().regex(/^slack:[^:]+:[^:]+$/), name: z.string() }).optional(),
})

export function writeMemory(memory: ViewMemory): string {
  const text = JSON.stringify(memory)
  return text.length <= limits.privateMetadata ? text : JSON.stringify({ ...memory, channel: undefined })
}

/** A channel of another workspace is ignored; so is anything written by an older release. */
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
