import { z } from 'zod'
import type { SentFile } from '../../../ports/chat-event.ts'
import { some } from '../../chats/payload-parts.ts'
import { refusedAs } from '../../chats/refusals.ts'
import type { WebApi } from '../send/web-api.ts'
import type { FilePayload } from './payloads.ts'

const details = z.object({
  file: z.object({ name: some, size: z.number().nullish(), url_private_download: some }),
})

/**
 * Reads a file that was uploaded with a form. In a channel that is shared with another workspace, Slack may send only
 * the file's id.
 */
export function sentFile(web: Pick<WebApi, 'call' | 'download'>, team: string, sent: FilePayload): SentFile {
  return {
    async read(most) {
      const known = sent.url_private_download ? sent : undefined
      const { name, size, url_private_download: url } = known ?? (await ask(web, team, sent.id))
      // A file that was linked from another service has no download address.
      if (!url) throw refusedAs('rights-missing', 'a file is elsewhere')
      if ((size ?? 0) > most) return 'too-large'
      const bytes = await web.download(team, url, most)
      return bytes === 'too-large' ? bytes : { name: name ?? '', bytes }
    },
  }
}

async function ask(web: Pick<WebApi, 'call'>, team: string, id: string) {
  return (await web.call(team, 'files.info', { file: id }, details)).file
}
