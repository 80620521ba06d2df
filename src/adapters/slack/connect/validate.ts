import { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { ChatError } from '../../../domain/errors.ts'
import type { Sample } from '../../chats/examine.ts'
import type { Log } from '../../chats/log.ts'
import { renderHome } from '../render/home.ts'
import { renderForm, renderMessage, renderModal } from '../render/render.ts'
import { toChatError } from '../send/errors.ts'
import { clientOptions } from '../send/web-api.ts'

/** `asked` is the number of samples that Slack has checked. `stopped` is the reason why Slack stopped responding. */
export type Validation = { asked: number; faults: string[]; stopped?: ChatError }

const invalid = ['invalid_blocks', 'invalid_message', 'invalid_view']
const refused = z.object({
  errors: z.array(z.object({ pointer: z.string().nullish(), message: z.string().nullish() })).default([]),
})
const faultsShown = 2

/**
 * Sends samples of the app's messages to Slack for validation, for `doctor`. The method needs no token and no scope. It
 * has a rate limit that Slack doesn't document, so the samples are sent one after the other until Slack asks to wait.
 */
export async function validateSamples(
  samples: readonly Sample[],
  options: { apiUrl?: string | undefined; log: Log },
): Promise<Validation> {
  const client = new webApi.WebClient(undefined, clientOptions(options))
  const faults: string[] = []
  for (const [asked, sample] of samples.entries()) {
    try {
      await client.apiCall('blocks.validate', payloadOf(sample))
    } catch (error) {
      const known = toChatError('blocks.validate', error)
      if (!invalid.includes(known.word ?? '')) return { asked, faults, stopped: known }
      faults.push(`${sample.what}: ${reasonsIn(error)}`)
    }
  }
  return { asked: samples.length, faults }
}

/** Slack doesn't check `text`. Pictures would have to be uploaded first, so their ids here are placeholders. */
function payloadOf(sample: Sample): Record<string, unknown> {
  if ('form' in sample) return { view: renderForm(sample.form, {}) }
  if ('home' in sample) return { view: renderHome(sample.home) }
  if ('outcome' in sample) return { view: renderModal(sample.what, sample.outcome, {}) }
  const pictures = sample.message.blocks.flatMap((block) => (block.kind === 'image' ? [block.name] : []))
  const means = { pictures: new Map(pictures.map((name) => [name, 'F0123456789'])), tables: true }
  return { message: { blocks: renderMessage(sample.message, means).blocks } }
}

function reasonsIn(error: unknown): string {
  const data = error instanceof webApi.WebAPIPlatformError ? error.data : {}
  const { errors = [] } = refused.safeParse(data).data ?? {}
  const reasons = errors
    .slice(0, faultsShown)
    .map(({ pointer, message }) => `${message ?? 'refused'} at ${pointer ?? '/'}`)
  return reasons.length === 0 ? 'refused' : reasons.join(', ')
}
