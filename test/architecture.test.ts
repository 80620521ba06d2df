import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'

/**
 * The folders that each folder may import, besides itself. Entry files and the composition root may import everything.
 */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  ports: ['domain'],
  messages: ['domain', 'ports'],
  services: ['domain', 'ports', 'messages'],
  commands: ['domain', 'ports', 'messages', 'services'],
  jobs: ['domain', 'ports', 'services'],
  // Adapters also show our texts, so they may import messages. They get services as functions instead of importing
  // them.
  adapters: ['domain', 'ports', 'messages'],
}

/** Shared folders in `adapters`, and the adapters that may import them. No adapter imports another. */
const shared: Record<string, readonly string[]> = {
  html: ['web', 'playground', 'desk', 'slack', 'chats'],
  chats: ['slack', 'discord', 'playground'],
  'database-address.ts': ['postgres', 'bullmq'],
}

/** These files are lists, so their length isn't limited. */
const data = ['src/domain/rubric/spelling/english-words.ts', 'src/messages/site/tour-stops.ts']

const entries = ['web', 'worker', 'release', 'dev', 'cli', 'app', 'config', 'process']

/** The folders that may import each package. `node:` modules may be imported outside the lowest floors. */
const homes: Record<string, readonly string[]> = {
  porter2: ['domain/rubric'],
  'temporal-polyfill': ['domain'],
  'ts-fsrs': ['domain'],
  '@slack': ['adapters/slack'],
  'discord.js': ['adapters/discord'],
  'discord-api-types': ['adapters/discord'],
  '@resvg/resvg-js': ['adapters/picture'],
  'date-holidays': ['adapters/holidays'],
  bullmq: ['adapters/bullmq'],
  ioredis: ['adapters/bullmq'],
  pg: ['adapters/postgres', 'adapters/bullmq', 'adapters/embedded-postgres'],
  // Only this file loads it as CommonJS. Other imports would add a second to every start.
  'drizzle-orm': ['adapters/postgres/sql/drizzle'],
  fastify: [
    'adapters/web',
    'adapters/playground',
    'adapters/desk',
    'adapters/slack',
    'adapters/discord',
    'adapters/html',
    'adapters/chats',
  ],
  yaml: ['adapters/question-files', 'cli'],
  zod: ['adapters', 'config', 'cli'],
  pino: ['adapters/log'],
  'pino-pretty': ['adapters/log'],
  commander: ['cli'],
  'csv-parse': ['adapters/question-imports'],
  'fast-xml-parser': ['adapters/question-imports'],
  'gift-pegjs': ['adapters/question-imports'],
  fflate: ['adapters/question-imports'],
}

type Source = { path: string; room: string; imports: string[]; lines: number; text: string }

const sources = readSources()

describe('the source', () => {
  it('is found by this test', () => {
    expect(sources.length).toBeGreaterThan(50)
  })

  it('has imports that only go down', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter((target) => target.startsWith('src/'))
        .filter((target) => !isAllowed(source, target))
        .map((target) => `${source.path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no cycles', () => {
    expect(cycles()).toEqual([])
  })

  it('imports each package only in its own folder', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .filter((target) => !target.startsWith('src/'))
        .filter((target) => !isHome(source, target))
        .map((target) => `${source.path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('reads environment variables in one file', () => {
    expect(sources.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path)).toEqual([
      'src/config/config.ts',
    ])
  })

  it('keeps the lowest layers pure', () => {
    const impure = sources.filter(
      ({ room, text }) =>
        ['domain', 'messages'].includes(room) &&
        /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|setTimeout\(/.test(text),
    )
    expect(impure.map(({ path }) => path)).toEqual([])
  })

  it('keeps entry files short and files small', () => {
    const long = sources.filter(
      ({ path, lines }) =>
        lines > (/^src\/(web|worker|release|dev)\.ts$/.test(path) ? 60 : 200) && !data.includes(path),
    )
    expect(long.map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
  })

  it('keeps functions small, including those that return an object of methods', () => {
    expect(sources.flatMap(longFunctions)).toEqual([])
  })

  it('has no folder of more than 25 files', () => {
    const rooms = [...sources.map(({ path }) => path), ...kitFiles()].map((path) => dirname(path))
    const crowded = [...new Set(rooms)].filter((room) => rooms.filter((one) => one === room).length > 25)
    expect(crowded).toEqual([])
  })

  it('has no folders or files such as utils or helpers', () => {
    const drawers = sources.filter(({ path }) =>
      /(^|[/.-])(utils?|helpers?|common|misc|manager|base)([/.-]|$)/.test(path),
    )
    expect(drawers.map(({ path }) => path)).toEqual([])
  })
})

/** Every function of more than 60 lines, including nested functions. */
function longFunctions({ path, text }: Source): string[] {
  const long: string[] = []
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, start, end } = node as { type?: string; start?: number; end?: number }
    if (type?.includes('Function') && start !== undefined && end !== undefined) {
      const lines = lineAt(end) - lineAt(start) + 1
      if (lines > 60) long.push(`${path}:${lineAt(start)} ${lines}`)
    }
    Object.values(node).forEach(visit)
  }
  visit(parseAst(text, { lang: 'ts' }))
  return long
}

function isAllowed(source: Source, target: string): boolean {
  const room = roomOf(target)
  if (entries.includes(source.room)) return true
  if (source.room === 'adapters' && room === 'adapters') {
    const [from, to] = [adapterOf(source.path), adapterOf(target)]
    return from === to || (shared[to] ?? []).includes(from)
  }
  return room === source.room || (mayImport[source.room] ?? []).includes(room)
}

function isHome(source: Source, target: string): boolean {
  if (target.startsWith('node:')) return !['domain', 'ports', 'messages'].includes(source.room)
  const name = target.startsWith('@') ? target : (target.split('/')[0] ?? target)
  const home = homes[name] ?? homes[target.split('/')[0] ?? '']
  if (!home) return false
  return home.some((place) => source.path === `src/${place}.ts` || source.path.startsWith(`src/${place}/`))
}

function roomOf(path: string): string {
  const [, room = ''] = path.split('/')
  return room.replace(/\.ts$/, '')
}

function adapterOf(path: string): string {
  return path.split('/')[2] ?? ''
}

function readSources(): Source[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join('src', name)
      const text = readFileSync(path, 'utf8')
      const imports = [
        ...text.matchAll(
          /(?:^|\n)(?:import|export)\b[^'"\n]*?(?:\n[^'"]*?)?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm,
        ),
      ]
        .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
        .map((target) => (target.startsWith('.') ? normalize(join(dirname(path), target)) : target))
      return { path, room: roomOf(path), imports, lines: text.split('\n').length - 1, text }
    })
}

function kitFiles(): string[] {
  return readdirSync('test/kit', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

function cycles(): string[] {
  const found: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '))
      return
    }
    state.set(path, 'open')
    const source = sources.find((one) => one.path === path)
    for (const target of source?.imports ?? []) if (target.startsWith('src/')) visit(target, [...trail, path])
    state.set(path, 'done')
  }
  for (const { path } of sources) visit(path, [])
  return found
}
