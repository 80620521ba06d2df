import { plain } from '../../../src/messages/rich.ts'
import type { Block, Button, Message } from '../../../src/ports/message.ts'
import type { TranscriptMessage } from '../../../src/ports/transcript.ts'

export function plainMessage(message: Message | TranscriptMessage): string {
  return message.blocks.map(plainBlock).join('\n')
}

function plainBlock(block: Block | TranscriptMessage['blocks'][number]): string {
  switch (block.kind) {
    case 'heading':
      return `# ${block.text}`
    case 'text':
      return plain(block.text)
    case 'quote':
      return `> ${plain(block.text)}`
    case 'note':
      return `(${plain(block.text)})`
    case 'list':
      return block.items.map((item) => `- ${plain(item)}`).join('\n')
    case 'board':
      return block.rows.map(({ rank, name, points, own }) => `${rank}. ${name} ${points}${own ? ' *' : ''}`).join('\n')
    case 'image':
      return `[${block.alt}]`
    case 'buttons':
      return block.buttons.map(plainButton).join(' ')
  }
}

function plainButton(button: Button): string {
  return 'url' in button ? `[${button.label}]` : `[${button.label}: ${button.action}]`
}
