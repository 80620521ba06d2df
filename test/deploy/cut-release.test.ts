import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../kit/product/quiz-command.ts'

const run = promisify(execFile)
const changelog = `# Changelog

## Unreleased

- Boards are faster.
- Names can be longer.

## 1.1.0 (2026-11-02)

- The first season.
`

function project(notes = changelog): Promise<string> {
  const root = { name: 'quiz', version: '1.1.0' }
  return folderWith({
    'CHANGELOG.md': notes,
    'package.json': JSON.stringify({ ...root, dependencies: { other: '1.1.0' } }, undefined, 2),
    'package-lock.json': JSON.stringify(
      { ...root, packages: { '': root, 'node_modules/other': { version: '1.1.0' } } },
      undefined,
      2,
    ),
  })
}

async function script(name: string, argument: string, cwd: string): Promise<{ out: string; fault: string }> {
  const ran = run(process.execPath, [resolve('scripts', name), argument], { cwd })
  return ran.then(
    ({ stdout }) => ({ out: stdout, fault: '' }),
    ({ code, stdout, stderr }) => ({ out: stdout, fault: `${code} ${stderr.trim()}` }),
  )
}

describe('a release', () => {
  it('gets the changes since the last one, and its version in every file', async () => {
    const folder = await project()
    const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8')
    expect(await script('cut-release.ts', '1.2.0', folder)).toMatchObject({ fault: '' })

    const today = new Date().toISOString().slice(0, 10)
    expect(await read('CHANGELOG.md')).toContain(`## Unreleased\n\n## 1.2.0 (${today})\n\n- Boards are faster.\n`)
    expect(JSON.parse(await read('package.json'))).toMatchObject({ version: '1.2.0', dependencies: { other: '1.1.0' } })
    expect(JSON.parse(await read('package-lock.json'))).toEqual({
      name: 'quiz',
      version: '1.2.0',
      packages: { '': { name: 'quiz', version: '1.2.0' }, 'node_modules/other': { version: '1.1.0' } },
    })
    const notes = '- Boards are faster.\n- Names can be longer.\n'
    expect(await script('release-notes.ts', 'v1.2.0', folder)).toEqual({ out: notes, fault: '' })
  })

  it.each([
    ['a version that isn’t one', '1.2', changelog, '1 “1.2” is not a version such as 1.2.0'],
    ['an older version', '1.0.9', changelog, '1 1.0.9 is not newer than 1.1.0'],
    ['the same version', '1.1.0', changelog, '1 1.1.0 is not newer than 1.1.0'],
    [
      'nothing to release',
      '2.0.0',
      changelog.replaceAll(/^- (Boards|Names).*\n/gm, ''),
      '1 CHANGELOG.md has nothing under Unreleased',
    ],
  ])('is not cut for %s', async (_what, version, notes, fault) => {
    const folder = await project(notes)
    expect(await script('cut-release.ts', version, folder)).toEqual({ out: '', fault })
    expect(await readFile(join(folder, 'CHANGELOG.md'), 'utf8')).toBe(notes)
  })

  it.each([
    ['a tag of another form', '1.1.0', changelog, '1 “1.1.0” is not a version tag such as v1.2.0'],
    [
      'a tag that package.json doesn’t agree with',
      'v1.2.0',
      changelog,
      '1 package.json has version 1.1.0, but the tag is v1.2.0',
    ],
    [
      'a changelog without the version',
      'v1.1.0',
      '# Changelog\n\n## 1.1.01\n\n- x\n',
      '1 CHANGELOG.md has no section 1.1.0',
    ],
  ])('is not published with %s', async (_what, tag, notes, fault) => {
    expect(await script('release-notes.ts', tag, await project(notes))).toEqual({ out: '', fault })
  })
})
