import type { SentFile } from '../../../ports/chat-event.ts'
import type { FetchFile } from '../../chats/fetch-file.ts'
import type { AttachmentPayload } from './payloads.ts'

/** Discord's hosts for attachments. The addresses are signed and valid for a day. */
export const fileHosts = ['cdn.discordapp.com', 'media.discordapp.net']

export function sentFile(fetchFile: FetchFile, { filename: name, size, url }: AttachmentPayload): SentFile {
  return {
    async read(most) {
      if (size > most) return 'too-large'
      const bytes = await fetchFile({ url, most })
      return bytes === 'too-large' ? bytes : { name, bytes }
    },
  }
}
