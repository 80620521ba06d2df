import { importFormats } from '../../domain/packs/imported.ts'
import { longestPackName } from '../../domain/packs/own-questions.ts'
import type { Form, Message } from '../../ports/message.ts'
import { imports } from '../desk/imports.ts'
import { sentence } from '../rich.ts'

/** `pack` is the initial value of the field for the pack. */
export function importForm({ platform, pack }: { platform: string; pack: string }): Form {
  return {
    action: 'import:0',
    title: 'Import questions',
    intro: imports.lead,
    fields: [
      { kind: 'file', name: 'file', label: imports.file, instead: importOnDesk(platform) },
      {
        kind: 'choice',
        name: 'format',
        label: imports.format,
        look: 'menu',
        choices: [
          { value: 'auto', label: imports.guess },
          ...importFormats.map((format) => ({ value: format, label: imports.formats[format] })),
        ],
        value: 'auto',
      },
      {
        name: 'pack',
        label: imports.pack,
        placeholder: 'runbook',
        most: longestPackName,
        lines: 'one',
        optional: true,
        ...(pack === '' ? {} : { value: pack }),
      },
    ],
    submit: imports.send,
  }
}

/** Shown if the platform doesn't accept files. */
function importOnDesk(platform: string): Message {
  const why =
    platform === 'slack'
      ? 'Slack doesn’t let me receive files here. I probably don’t have the permission for it: add me again and allow files (`files:read`). The desk accepts files too, under Import.'
      : 'I can’t receive files here, but the desk can, under Import.'
  const said = sentence(why)
  return {
    ...said,
    blocks: [
      ...said.blocks,
      { kind: 'buttons', buttons: [{ action: 'desk:0', label: 'Get a link to the desk', look: 'primary' }] },
    ],
  }
}

/** `url` opens the report; undefined if the app has no public URL. */
export function importTaken(name: string, url: string | undefined): Message {
  const summary = `I’m reading ${name === '' ? imports.noName : name}.`
  const where = 'The desk shows line by line what was read, and has the drafts.'
  if (url === undefined) return { summary, blocks: [{ kind: 'text', text: [`${summary} ${where}`] }] }
  return {
    summary,
    blocks: [
      { kind: 'text', text: [`${summary} ${where} This link signs you in: it works once, within 15 minutes.`] },
      { kind: 'buttons', buttons: [{ url, label: 'See what was read' }] },
    ],
  }
}
