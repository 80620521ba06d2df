import { describe, expect, it } from 'vitest'
import { adminCommand, slashCommand } from '../../../src/adapters/discord/connect/manifest.ts'
import { registerCommands } from '../../../src/adapters/discord/connect/register.ts'
import { allCommands } from '../../../src/commands/table.ts'
import { commandWords } from '../../../src/commands/words/command-words.ts'
import type { CommandWords } from '../../../src/ports/command-words.ts'
import { violations } from '../../kit/discord/discord-limits.ts'
import { application } from '../../kit/discord/discord-payloads.ts'
import { startDiscordServer } from '../../kit/discord/discord-server.ts'

type Node = { name: string; type?: number; options?: Node[] } & Record<string, unknown>

describe('the slash command', () => {
  const command = slashCommand(commandWords()) as unknown as Node

  it('offers every command of the table, in a form that Discord accepts', () => {
    expect(violations('a command', command)).toEqual([])
    // `schedule` without a subcommand opens a form. On Discord it is a group, so `schedule set` without options opens
    // it.
    const typed = allCommands.map(({ path }) => path.join(' ')).filter((words) => words !== 'schedule')
    expect(paths(command).toSorted()).toEqual(typed.toSorted())
  })

  it('is offered in servers, in direct messages and in groups, to servers and to people', () => {
    expect(command).toMatchObject({ name: 'heroku-quiz', type: 1, contexts: [0, 1, 2], integration_types: [0, 1] })
    expect(command.default_member_permissions).toBeUndefined()
  })

  it('lets people choose among known words, and completes others', () => {
    expect(optionsOf(command, 'leaderboard')).toMatchObject([
      { name: 'window', choices: [{ value: 'week' }, { value: 'season' }, { value: 'month' }, { value: 'all' }] },
      { name: 'by', choices: [{ value: 'teams' }, { value: 'players' }] },
    ])
    expect(optionsOf(command, 'team join')).toMatchObject([{ name: 'name', required: true, autocomplete: true }])
    expect(optionsOf(command, 'team create')).toMatchObject([{ name: 'name', required: true }])
  })

  it('asks for required options first, shortens long texts, and uses completion for too many choices', () => {
    const table: CommandWords[] = [
      {
        path: ['try'],
        help: 'x'.repeat(300),
        who: 'all',
        options: [
          { name: 'maybe', help: 'y'.repeat(300), required: false, completes: false, choices: manyWords },
          { name: 'must', help: 'z', required: true, completes: false },
        ],
      },
    ]
    const made = slashCommand(table) as unknown as Node
    expect(violations('a command', made)).toEqual([])
    expect(optionsOf(made, 'try')).toMatchObject([{ name: 'must' }, { name: 'maybe', autocomplete: true }])
  })
})

describe('the slash command for admins', () => {
  const command = adminCommand(commandWords()) as unknown as Node

  it('has only the admin commands, only in servers, for people who may manage them', () => {
    expect(violations('a command', command)).toEqual([])
    const typed = allCommands.flatMap(({ path, who }) => (who === 'admin' ? [path.join(' ')] : []))
    expect(paths(command).toSorted()).toEqual(typed.filter((words) => words !== 'schedule').toSorted())
    expect(command).toMatchObject({
      name: 'heroku-quiz-admin',
      contexts: [0],
      integration_types: [0],
      default_member_permissions: '32',
    })
  })

  it('is an addition to the first command, which keeps all commands', () => {
    expect(paths(slashCommand(commandWords()) as unknown as Node)).toEqual(expect.arrayContaining(paths(command)))
  })
})

const manyWords = Array.from({ length: 40 }, (_, at) => `word-${at}`)

describe('registering', () => {
  it('replaces the earlier commands, for every server at once', async () => {
    await using server = await startDiscordServer()
    const names = await registerCommands({
      applicationId: application,
      token: 'a-bot-token',
      apiUrl: server.apiUrl,
      commands: commandWords(),
    })
    expect(names).toEqual(['heroku-quiz', 'heroku-quiz-admin', 'Suggest as a question'])
    expect(server.calls).toMatchObject([
      { route: `PUT /applications/${application}/commands`, authorization: 'Bot a-bot-token' },
    ])
  })

  it('reports if Discord is down, or if the token is invalid', async () => {
    await using server = await startDiscordServer()
    const register = () =>
      registerCommands({
        applicationId: application,
        token: 'x',
        apiUrl: `${server.apiUrl}/`,
        commands: commandWords(),
      })
    server.next(/^PUT/, { status: 503 }, { status: 401, body: { code: 0, message: '401: Unauthorized' } })
    await expect(register()).rejects.toMatchObject({ code: 'unavailable' })
    await expect(register()).rejects.toMatchObject({ code: 'gone' })
  })
})

function paths({ options = [] }: Node, before = ''): string[] {
  return options.flatMap((option) => {
    if (option.type === 2) return paths(option, `${before}${option.name} `)
    return option.type === 1 ? [`${before}${option.name}`] : []
  })
}

function optionsOf(command: Node, path: string): Node[] {
  return path
    .split(' ')
    .reduce((options, name) => options.find((one) => one.name === name)?.options ?? [], command.options ?? [])
}
