import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportFormat } from '../../src/domain/packs/imported.ts'

/** V8's heap limit in MB; about 40 MB are used at rest. The process exits if a file needs more. */
const memoryMb = 190
/** Processor time in ms. A file takes a tenth of this, or minutes if a limit is missing. */
const longestMs = 15_000

const repeat = (count: number, line: string | ((at: number) => string)): string =>
  Array.from({ length: count }, (_, at) => (typeof line === 'string' ? line : line(at))).join('\n')
const table = (rows: string): string => `question,answer\n${rows}`
const essay = '<question type="essay"/>'

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
}

type Case = [what: string, format: ImportFormat | 'yaml', file: () => string | Uint8Array, said: RegExp]

const cases: Case[] = [
  ['nine megabytes of commas in a line', 'csv', () => table(','.repeat(9_000_000)), /more than 500,000 cells/],
  ['the same as the first line', 'csv', () => ','.repeat(9_000_000), /more than 500,000 cells/],
  ['the same in lines', 'csv', () => table(repeat(90_000, ','.repeat(99))), /more than 500,000 cells/],
  [
    'a line of too many cells',
    'csv',
    () => table(`a,b\n${','.repeat(200)}`),
    /Line 3 has 201 cells, and the limit is 100/,
  ],
  ['nine megabytes of tabs', 'anki', () => '\t'.repeat(9_000_000), /more than 500,000 cells/],
  [
    'marks of another kind in each line',
    'csv',
    () => table(repeat(90_000, ';'.repeat(99))),
    /^0 of 90000: has no answer/,
  ],
  ['nine megabytes of quotes', 'csv', () => table('"'.repeat(9_000_000)), /200000/],
  ['one cell of nine megabytes', 'csv', () => table('a'.repeat(9_000_000)), /200000/],
  ['nothing but NULs', 'csv', () => '\0'.repeat(9_000_000), /200000/],
  ['NULs between letters', 'csv', () => table('What\0 is\0 it?,It\0 is yeast'), /^1 of 1: what-is-it/],
  ['UTF-16', 'csv', () => utf16(table('What is it?,Yeast')), /^1 of 1: what-is-it/],
  ['a question without an answer', 'csv', () => table('What is it?,'), /^0 of 1: has no answer/],
  [
    '99,998 times the same question',
    'csv',
    () => table(repeat(99_998, 'What is it?,Yeast')),
    /^1 of 99998: what-is-it/,
  ],
  ['a line too many', 'csv', () => '\n'.repeat(100_001), /more than 100,000 lines/],
  ['a byte too many', 'csv', () => 'a'.repeat(10_000_001), /more than 10 MB/],
  ['tags that never end', 'csv', () => table(repeat(40, `${'<code '.repeat(30_000)},a`)), /^0 of 40: the question has/],
  ['scripts that never end', 'csv', () => table(repeat(40, `${'<script>'.repeat(20_000)},a`)), /^0 of 40: /],
  ['remarks that never end', 'anki', () => repeat(40, `${'<!--'.repeat(40_000)}\ta`), /^0 of 40: the question has/],
  ['a billion laughs', 'moodle', () => '<!DOCTYPE q [<!ENTITY a "ha">]><quiz>&a;</quiz>', /its own entities/],
  ['400,000 questions', 'moodle', () => `<quiz>${essay.repeat(400_000)}</quiz>`, /more than 300,000 tags/],
  ['two million open tags', 'moodle', () => `<quiz>${'<a>'.repeat(2_000_000)}`, /more than 300,000 tags/],
  ['tags in tags', 'moodle', () => `<quiz>${'<a>'.repeat(90_000)}${'</a>'.repeat(90_000)}</quiz>`, /not XML/],
  [
    'half a million attributes',
    'moodle',
    () => `<quiz ${repeat(500_000, (at) => `a${at}="b"`).replaceAll('\n', ' ')}/>`,
    /attributes/,
  ],
  [
    'a tag of two megabytes',
    'moodle',
    () => `<quiz><${'a'.repeat(2_000_000)}></b></quiz>`,
    /^The file is not XML: .{1,300}$/,
  ],
  [
    'a type of two megabytes',
    'moodle',
    () => `<quiz><question type="${'a'.repeat(2_000_000)}"/></quiz>`,
    /^0 of 1: is of the type a{1,300}$/,
  ],
  ['brackets in brackets', 'yaml', () => '['.repeat(20_000), /^a\.yaml:1 is nested too deeply$/],
  ['dashes behind dashes', 'yaml', () => repeat(100, '- '.repeat(9_000)), /^a\.yaml:1 is nested too deeply$/],
  ['a line without end', 'yaml', () => '['.repeat(9_000_000), /^a\.yaml:1 a line of more than 20000 characters$/],
  ['lines without end', 'yaml', () => '#\n'.repeat(4_000_000), /^a\.yaml:30001 more than 30000 lines/],
  ['keys without end', 'yaml', () => repeat(29_000, (at) => `a${at}: b`), /too many keys in one place/],
  [
    'names for other names',
    'yaml',
    () => repeat(9_000, (at) => `- &a${at} [x]\n- *a${at}`),
    /expands its aliases \(&, \*\) too often/,
  ],
  ['a mistake in each line', 'yaml', () => repeat(29_000, '- @'), /^(a\.yaml:\d+ .+\n?){100}$/],
]

let folder = ''
let said: Record<string, { said: string; ms: number } | undefined> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heroku-quiz-files-'))
  const files = cases.map(([, format], at) => ({ file: `${at}`, format }))
  await writeFile(join(folder, 'files.json'), JSON.stringify(files))
  for (const [at, [, , file]] of cases.entries()) await writeFile(join(folder, `${at}`), file())
  const words = [`--max-old-space-size=${memoryMb}`, 'test/abuse/reads-files.ts', folder]
  // The output before a crash counts too.
  const ended = await promisify(execFile)(process.execPath, words).catch((error: { stdout: string }) => error)
  const lines = ended.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  said = Object.fromEntries(lines.map((line) => [line.file, line]))
}, 280_000)
afterAll(() => rm(folder, { recursive: true }))

describe('a hostile file is read or refused with a message, with limited time and memory', () => {
  it.each(cases.map(([what, , , words], at) => [what, `${at}`, words] as const))('%s', (_what, file, words) => {
    const found = said[file]
    expect(found?.said).toMatch(words)
    expect(found?.ms).toBeLessThan(longestMs)
  })
})
