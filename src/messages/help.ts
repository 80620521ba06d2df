import type { Block, Message } from '../ports/message.ts'
import { listed, prose } from './rich.ts'

export type HelpLine = { words: string; help: string; admin: boolean; everyday: boolean }

/** `/heroku-quiz help`. Admins also see their own commands. */
export function help(lines: readonly HelpLine[], admin: boolean): Message {
  const blocks: Block[] = [
    { kind: 'heading', text: 'Heroku quiz' },
    {
      kind: 'text',
      text: [
        'Every working day I ask one question here. Answer in your own words. Only you see your answer, and I’ll explain the points that it earns.',
      ],
    },
    ...shortList(lines.filter((line) => !line.admin)),
  ]
  const admins = lines.filter((line) => line.admin)
  if (admin && admins.length > 0) blocks.push({ kind: 'text', text: [{ bold: 'For admins' }] }, ...shortList(admins))
  return { summary: 'What you can type after /heroku-quiz', blocks }
}

export function helpList(lines: readonly HelpLine[]): Block {
  return {
    kind: 'list',
    items: lines.map((line) => [{ code: `/heroku-quiz ${line.words}` }, ' ', ...prose(line.help)]),
  }
}

/** Everyday commands with explanations, and a list of the others. */
function shortList(lines: readonly HelpLine[]): Block[] {
  const others = new Map<string, string[]>()
  for (const line of lines.filter(({ everyday }) => !everyday)) {
    const [first = '', second] = pathOf(line).split(' ')
    others.set(first, [...(others.get(first) ?? []), ...(second === undefined ? [] : [second])])
  }
  const codes = [...others].map(([first, more]) => ({ code: ['/heroku-quiz', first, more.join('|')].join(' ').trim() }))
  const also = codes.flatMap((code, index) => (index === 0 ? [code] : [' · ', code]))
  return [helpList(lines.filter(({ everyday }) => everyday)), { kind: 'note', text: ['Also: ', ...also] }]
}

/** For an unknown word, with the most similar commands, or for the first word of several commands. */
export function unknownWord(typed: string, nearest: readonly HelpLine[]): Message {
  const isBegun = nearest.some(({ words }) => words.startsWith(`${typed.toLowerCase()} `))
  const said = problemWith(typed, isBegun)
  if (nearest.length === 0) {
    return {
      summary: said,
      blocks: [{ kind: 'text', text: [said, ' Type ', { code: '/heroku-quiz help' }, ' to see all commands.'] }],
    }
  }
  const meant = listed([...new Set(nearest.map((line) => `/heroku-quiz ${pathOf(line)}`))], 'or')
  return {
    summary: isBegun ? `${said} You can type ${meant}.` : `${said} Did you mean ${meant}?`,
    blocks: [
      { kind: 'text', text: [`${said} ${isBegun ? 'You can type:' : 'Did you mean this?'}`] },
      helpList(nearest),
    ],
  }
}

function problemWith(typed: string, isBegun: boolean): string {
  if (typed === '') return 'That isn’t a command.'
  return isBegun ? `“${typed}” needs one more word.` : `“${typed}” isn’t a command I know.`
}

/** The words of a command without its options: `remind on` for `remind on [TIME]`. */
function pathOf({ words }: HelpLine): string {
  const all = words.split(' ')
  const end = all.findIndex((word) => !/^[a-z-]+$/.test(word))
  return all.slice(0, end < 0 ? all.length : end).join(' ')
}

/** For a known command with words that don't fit, or with a missing option. */
export function usage(line: HelpLine, typed: string, missing?: { name: string; help: string }): Message {
  const said = missing
    ? `The ${missing.name} is missing: ${missing.help.charAt(0).toLowerCase()}${missing.help.slice(1).replace(/\.$/, '')}.`
    : `I don’t understand “${typed}” there.`
  return {
    summary: `${said} Use it like this: /heroku-quiz ${line.words}`,
    blocks: [{ kind: 'text', text: [said, ' Use it like this:'] }, helpList([line])],
  }
}
