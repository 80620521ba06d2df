import type { types } from '@slack/bolt'
import { visible } from '../../../domain/visible.ts'
import { boardTable } from '../../../messages/slack.ts'
import type { Block, BoardRow } from '../../../ports/message.ts'
import { boardLines } from '../../chats/board-lines.ts'
import { shorten } from '../../chats/letters.ts'
import { boardName, limits } from './limits.ts'
import { literal } from './mrkdwn.ts'

export type Board = Extract<Block, { kind: 'board' }>
type Captioned = Board & { caption: string }
type Cell = types.RawTextElement | types.RawNumberElement

/** Whether a board can be a Slack table with a name as the header of each row. Screen readers need that header. */
export function fitsTable(board: Block): board is Captioned {
  if (board.kind !== 'board' || board.caption === undefined) return false
  return board.rows.length > 0 && board.rows.length <= limits.tableRows
}

/** Shows the whole board on one page, so that people don't have to page to find their row. */
export function dataTable({ rows, caption }: Captioned): types.DataTableBlock {
  const isMoved = rows.some(({ movement }) => movement !== undefined)
  const titles = [boardTable.rank, boardTable.name, boardTable.points, ...(isMoved ? [boardTable.movement] : [])]
  return {
    type: 'data_table',
    caption,
    page_size: rows.length,
    row_header_column_index: 1,
    rows: [titles.map(text), ...rows.map((row) => cells(row, isMoved))],
  }
}

/** Returns the rows of a message's boards as text, for notifications, old clients and search. */
export function tableText(blocks: readonly Block[]): string {
  const boards = blocks.filter(fitsTable)
  return boards
    .flatMap(({ rows, caption }) => ['', caption, ...boardLines(rows, { widest: boardName, codeText: literal })])
    .join('\n')
}

function cells(row: BoardRow, isMoved: boolean): Cell[] {
  const moved = isMoved ? [text(boardTable.moved(row.movement))] : []
  return [number(row.rank), text(row.name), number(row.points), ...moved]
}

function number(value: number): types.RawNumberElement {
  return { type: 'raw_number', value, text: String(value) }
}

/** Slack formats nothing in a raw text, and refuses an empty one. */
function text(words: string): types.RawTextElement {
  return { type: 'raw_text', text: shorten(visible(words).replace(/\s+/gu, ' ').trim(), limits.tableCell) || '…' }
}
