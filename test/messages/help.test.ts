import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { helpLine } from '../../src/commands/help.ts'
import { allCommands } from '../../src/commands/table.ts'
import { help, unknownWord } from '../../src/messages/help.ts'
import { plainMessage } from '../kit/people/plain-message.ts'

const lines = allCommands.map(helpLine)

/** About two screens of a phone of 360 px with lines of 40 letters. */
const mostLines = 50

describe('help', () => {
  it('names every command, with its prefix, on two screens of a phone', () => {
    const said = plainMessage(help(lines, true))
    for (const { path } of allCommands) {
      const [first, second = ''] = path
      expect(said).toMatch(new RegExp(`/heroku-quiz ${first}[a-z| ]*${second}`))
    }
    const shown = said.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 40), 0)
    expect(shown).toBeLessThan(mostLines)
  })

  it('shows players no admin commands', () => {
    expect(plainMessage(help(lines, false))).not.toMatch(/schedule|settings|disputes|weekly|desk|balance/)
  })

  it('suggests full commands for an unknown word, also in a notification', () => {
    const nearest = lines.filter(({ words }) => words.startsWith('remind'))
    expect(unknownWord('remnd', nearest).summary).toBe(
      '“remnd” isn’t a command I know. Did you mean /heroku-quiz remind on or /heroku-quiz remind off?',
    )
  })

  it('asks for one more word after the first word of several commands', () => {
    const nearest = lines.filter(({ words }) => words.startsWith('remind'))
    expect(unknownWord('Remind', nearest).summary).toBe(
      '“Remind” needs one more word. You can type /heroku-quiz remind on or /heroku-quiz remind off.',
    )
  })
})

describe('every sentence that names a command', () => {
  const first = [...new Set(allCommands.map(({ path }) => path[0]))].join('|')
  // Commands in backticks or as code. Names of settings and commands after `quiz` don't count.
  const bare = new RegExp(`(?:(?<=['"][^'"]*)\\\\?\`|code: ['"\`])(?:${first})(?: [a-zA-Z.: -]+)?(?=\\\\?[\`'"])`, 'g')

  it('includes its prefix, because a line without the prefix is sent to everybody', () => {
    const said = globSync('src/{messages,commands,services,domain,adapters}/**/*.ts').flatMap((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line))
        .flatMap((line) => Array.from(line.matchAll(bare), ([found]) => `${path}: ${found}`)),
    )
    expect(said).toEqual([])
  })
})
