import type { Block, Rich } from '../../../ports/message.ts'
import { boardLines } from '../../chats/board-lines.ts'
import { shorten } from '../../chats/letters.ts'
import { boardName } from './limits.ts'
import { codeText, literal, markdownPieces } from './markdown.ts'

/** Markdown that must not be split. Adjacent fenced pieces share a fixed-width block. */
export type Piece = { text: string; fenced?: true }

const longestHeading = 150
const longestLine = 300
const fence = '```\n'
const ellipsis = '…'

/** Renders one of our blocks as Markdown. Buttons and pictures contain no text. */
function piecesOf(block: Block): Piece[] {
  switch (block.kind) {
    case 'heading': {
      const line = block.text.replace(/\s+/gu, ' ').trim()
      return line === '' ? [] : [{ text: `### ${literal(shorten(line, longestHeading))}\n` }]
    }
    case 'text':
      return paragraph('', block.text)
    case 'quote':
      return quoted(block.text)
    case 'list':
      return block.items.flatMap((item) => paragraph('- ', onOneLine(item)))
    case 'board':
      return boardLines(block.rows, { widest: boardName, codeText }).map((line) => ({
        text: `${line}\n`,
        fenced: true,
      }))
    case 'note':
      return paragraph('-# ', onOneLine(block.text))
    case 'image':
    case 'buttons':
      return []
  }
}

export function piecesOfAll(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block, at) => {
    const pieces = piecesOf(block)
    const apart = block.kind === 'text' && blocks[at - 1]?.kind === 'text' && pieces.length > 0
    return apart ? [{ text: '\n' }, ...pieces] : pieces
  })
}

/** Fills pages of these sizes (in UTF-16 code units). Text that doesn't fit is replaced with an ellipsis. */
export function paged(pieces: readonly Piece[], sizes: readonly number[]): string[] {
  const pages: string[] = []
  let page = ''
  let open = false
  const turn = (): void => {
    pages.push(page + (open ? fence : ''))
    page = ''
    open = false
  }
  for (const { text, fenced = false } of pieces) {
    const added = (): string => (fenced === open ? '' : fence) + text
    const room = (): number => (sizes[pages.length] ?? 0) - (fenced ? fence.length : 0) - ellipsis.length - 1
    while (page.length + added().length > room()) {
      turn()
      if (pages.length === sizes.length) return finished([...pages.slice(0, -1), `${pages.at(-1)}${ellipsis}`])
    }
    page += added()
    open = fenced
  }
  turn()
  return finished(pages)
}

function finished(pages: readonly string[]): string[] {
  return pages.map((page) => page.trim()).filter((page) => page !== '')
}

function paragraph(start: string, rich: Rich): Piece[] {
  const pieces = markdownPieces(rich)
  if (pieces.join('').trim() === '') return []
  return [...(start === '' ? [] : [{ text: start }]), ...pieces.map((text) => ({ text })), { text: '\n' }]
}

/** Discord's quote marker applies to one line, so every line and every part of a long line gets one. */
function quoted(rich: Rich): Piece[] {
  const lines = markdownPieces(rich).join('').trim().split('\n')
  if (lines.join('') === '') return []
  return lines.flatMap((line) => {
    const parts = line.match(new RegExp(`(?:\\\\?.){1,${longestLine}}`, 'gsu')) ?? ['']
    return parts.map((part) => ({ text: `> ${part}\n` }))
  })
}

function onOneLine(rich: Rich): Rich {
  return rich.map((span) => (typeof span === 'string' ? span.replace(/\s+/gu, onOneSpace) : span))
}

/** Replaces a whole run of spaces in one step, so that the cost is linear. */
function onOneSpace(spaces: string): string {
  return spaces.includes('\n') ? ' ' : spaces
}
