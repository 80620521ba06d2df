import type { types } from '@slack/bolt'
import { visible } from '../../../domain/visible.ts'
import type { Block, Button, Message, Rich } from '../../../ports/message.ts'
import { boardLines } from '../../chats/board-lines.ts'
import { lettersIn, shorten } from '../../chats/letters.ts'
import { boardName, limits, pack } from './limits.ts'
import { codeText, literal, mrkdwnPieces } from './mrkdwn.ts'
import { dataTable, fitsTable, tableText } from './table.ts'

export type Pictures = ReadonlyMap<string, string>

export type Means = { pictures: Pictures; tables: boolean }

/** Renders one of our blocks. A picture that was not uploaded is left out, because the text has the same content. */
export function slackBlocks(block: Block, { pictures, tables }: Means): types.KnownBlock[] {
  if (tables && fitsTable(block)) return [dataTable(block)]
  switch (block.kind) {
    case 'heading':
      return [header(block.text)]
    case 'text':
      return sections(paragraphs(block.text, limits.sectionText))
    case 'quote':
      return sections(quoted(block.text))
    case 'list':
      return sections(pack(block.items.flatMap(listItem), limits.sectionText).map((text) => text.trimEnd()))
    case 'board':
      return block.rows.length === 0 ? [] : sections(fenced(boardLines(block.rows, { widest: boardName, codeText })))
    case 'note':
      return paragraphs(block.text, limits.contextText).map((text) => ({ type: 'context', elements: [mrkdwn(text)] }))
    case 'image':
      return picture(pictures.get(block.name), block.alt)
    case 'buttons':
      return rowsOf(block.buttons)
  }
}

/** Slack formats nothing in plain text, so it needs no escaping. */
export function plainText(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(visible(text), most), emoji: false }
}

export function textSections(text: string): types.SectionBlock[] {
  return sections(paragraphs([text], limits.sectionText))
}

function header(text: string): types.KnownBlock {
  const line = text.replace(/\s+/g, ' ').trim()
  if (lettersIn(line) > 0) return { type: 'header', text: plainText(line, limits.headerText) }
  return { type: 'divider' }
}

function paragraphs(rich: Rich, most: number): string[] {
  return pack(mrkdwnPieces(rich), most).filter((text) => text.trim() !== '')
}

/** With `verbatim`, Slack doesn't turn channel names and addresses into links. */
function mrkdwn(text: string): types.MrkdwnElement {
  return { type: 'mrkdwn', text, verbatim: true }
}

function sections(texts: readonly string[]): types.SectionBlock[] {
  return texts.map((text) => ({ type: 'section', text: mrkdwn(text) }))
}

/** Every line gets a marker of two characters, so that even a text that consists of line breaks fits. */
function quoted(rich: Rich): string[] {
  return paragraphs(rich, limits.sectionText / 3).map((text) => `> ${text.trim().replaceAll('\n', '\n> ')}`)
}

function listItem(item: Rich): string[] {
  return ['• ', ...mrkdwnPieces(item), '\n']
}

function fenced(lines: readonly string[]): string[] {
  const fence = '```'
  return pack(
    lines.map((line) => `${line}\n`),
    limits.sectionText - 2 * fence.length - 1,
  ).map((text) => `${fence}\n${text}${fence}`)
}

function picture(fileId: string | undefined, alt: string): types.KnownBlock[] {
  if (fileId === undefined) return []
  return [{ type: 'image', slack_file: { id: fileId }, alt_text: shorten(visible(alt), limits.imageAlt) }]
}

function rowsOf(buttons: readonly Button[]): types.ActionsBlock[] {
  const rows: types.ActionsBlock[] = []
  for (let at = 0; at < buttons.length; at += limits.buttonsOfRow) {
    const row = buttons.slice(at, at + limits.buttonsOfRow).map(slackButton)
    rows.push({ type: 'actions', elements: row.map(withUniqueId) })
  }
  return rows
}

function slackButton(button: Button): types.Button {
  const text = plainText(button.label, limits.buttonText)
  if ('url' in button) return { type: 'button', text, action_id: linkAction, url: button.url }
  const look = button.look === 'plain' ? {} : { style: button.look }
  return { type: 'button', text, action_id: button.action, value: button.action, ...look }
}

/** Slack requires a unique `action_id` for every button in a row. The action itself is also in `value`. */
function withUniqueId(button: types.Button, at: number, row: readonly types.Button[]): types.Button {
  const taken = row.slice(0, at).some(({ action_id }) => action_id === button.action_id)
  return taken ? { ...button, action_id: `${button.action_id}#${at}` } : button
}

/** Slack also sends an event when a person presses a link. This id marks the events to ignore. */
export const linkAction = 'link'

/** Returns one line for notifications, followed by the boards that are tables. It is mrkdwn, so it is escaped. */
export function summaryText({ summary, blocks }: Message, { tables }: Means): string {
  const line = literal(summary.replace(/\s+/g, ' ').trim())
  return shorten(line + (tables ? tableText(blocks) : ''), limits.messageText)
}
