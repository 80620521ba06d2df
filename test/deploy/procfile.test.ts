import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Package = { engines: { node: string }; scripts: Record<string, string>; devDependencies: { node: string } }

const procfile = readFileSync('Procfile', 'utf8')
const types = Object.fromEntries(
  procfile
    .trim()
    .split('\n')
    .map((line) => line.split(/: (.*)/, 2) as [string, string]),
)
const { engines, scripts, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Package

/** Memory of a Basic dyno in MB. V8's heap must leave room for the stack, buffers and code. */
const dynoMemory = 512

describe('the Procfile', () => {
  it('has the three processes, each on a simple line', () => {
    expect(Object.keys(types)).toEqual(['release', 'web', 'worker'])
    expect(procfile).not.toMatch(/[\r\t]/)
    expect(procfile).toMatch(/\n$/)
  })

  it('starts node directly so that it gets SIGTERM, because npm would not pass it on in time', () => {
    for (const [name, command] of Object.entries(types)) {
      expect(command).toMatch(/^node /)
      expect(existsSync(command.split(' ').at(-1) ?? '')).toBe(true)
      expect(command).toContain(`src/${name}.ts`)
    }
  })

  it.each(['web', 'worker'])('keeps the heap of %s, garbage included, within a dyno’s memory', (name) => {
    const [, old] = /--max-old-space-size=(\d+)/.exec(types[name] ?? '') ?? []
    const [, young] = /--max-semi-space-size=(\d+)/.exec(types[name] ?? '') ?? []
    expect(Number(old)).toBeGreaterThanOrEqual(dynoMemory / 2)
    // V8 has three young halves in addition to the old space, and by default collects garbage only at half of a dyno's
    // memory.
    expect(Number(old) + 3 * Number(young)).toBeLessThanOrEqual(dynoMemory * 0.8)
  })
})

describe('the files that the buildpack reads', () => {
  it('pins one major version of Node, the same everywhere', () => {
    expect(engines.node).toMatch(/^\d+\.x$/)
    const major = engines.node.split('.')[0]
    expect(devDependencies.node.split('.')[0]).toBe(major)
    expect(readFileSync('Dockerfile', 'utf8').match(/^FROM .*/gm)).toEqual([
      `FROM node:${major}-slim AS dependencies`,
      `FROM node:${major}-slim`,
    ])
  })

  it('finds one lockfile', () => {
    const lockfiles = [
      'package-lock.json',
      'npm-shrinkwrap.json',
      'yarn.lock',
      'pnpm-lock.yaml',
      'bun.lock',
      'bun.lockb',
    ]
    expect(readdirSync('.').filter((name) => lockfiles.includes(name))).toEqual(['package-lock.json'])
  })

  it('has nothing to build', () => {
    expect(Object.keys(scripts).filter((name) => /^(build|heroku-)/.test(name))).toEqual([])
  })

  it('has bin/quiz as an executable', () => {
    expect(statSync('bin/quiz').mode & 0o111).toBe(0o111)
  })
})
