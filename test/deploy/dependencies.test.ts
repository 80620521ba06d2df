import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { productionPackages } from '../kit/product/slug.ts'

type Locked = {
  version: string
  os?: string[]
  cpu?: string[]
  license?: string
  integrity?: string
  resolved?: string
  hasInstallScript?: boolean
}
type Manifest = {
  license?: unknown
  engines: Record<string, string>
  scripts?: Record<string, string>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T
const own = readJson<Manifest>('package.json')
const { packages } = readJson<{ packages: Record<string, Locked> }>('package-lock.json')
const shipped = (await productionPackages()).flatMap((folder) => {
  const locked = packages[folder]
  const manifest = join(folder, 'package.json')
  // Packages for other platforms are in the lockfile, but not installed.
  const installed = existsSync(manifest) ? readJson<Manifest>(manifest) : undefined
  return locked ? [{ name: nameOf(folder), locked, installed }] : []
})

/** Licenses that allow running and changing the app. MPL-2.0 only requires publishing changes to its own files. */
const freely = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', 'PSF-2.0', 'Unlicense']

/** Data that may be used if its source is named, which the document does. */
const credited = '(ISC AND CC-BY-3.0)'
const allowed = [...freely, credited]

describe('each deployed package', () => {
  it('has a license that lets anybody use it', () => {
    expect(shipped.length).toBeGreaterThan(100)
    const others = shipped.filter(({ locked, installed }) => {
      const said = [locked.license, ...(installed ? [installed.license] : [])]
      return said.some((license) => !allowed.includes(String(license)))
    })
    expect(others.map(({ name, locked }) => `${name}: ${locked.license}`)).toEqual([])
  })

  // `npx vitest run test/deploy/dependencies.test.ts -u` rewrites the document.
  it('is in the list of licenses', async () => {
    const byLicence = Map.groupBy(shipped, ({ locked }) => String(locked.license))
    const sections = [...byLicence].toSorted().map(([licence, some]) => {
      const names = [...new Set(some.map(({ name }) => name))].toSorted()
      return `## ${licence}\n\n${names.map((name) => `- ${name}\n`).join('')}`
    })
    const head =
      '# Licenses of what ships\n\nThe license of every package in the production tree, according to `package-lock.json`. A test writes this list.\n\n' +
      'The dates of public holidays come from date-holidays (© commenthol and contributors). Its data comes from Wikipedia and ' +
      'is under CC BY-SA 3.0; the file LICENSE of the package names the pages.\n\n'
    await expect(head + sections.join('\n')).toMatchFileSnapshot('../../docs/licences.md')
  })

  it('runs no install script', () => {
    const running = shipped.filter(({ locked, installed }) => {
      const { preinstall, install, postinstall } = installed?.scripts ?? {}
      return locked.hasInstallScript || [preinstall, install, postinstall].some((script) => script !== undefined)
    })
    // This package has a script that builds a faster decoder, which is optional.
    expect(running.map(({ name }) => name)).toEqual(['msgpackr-extract'])
    expect(running.filter(({ name }) => own.allowScripts[name] !== false)).toEqual([])
  })

  it('is locked to an exact version with a checksum, independent of the registry', () => {
    const asked = { ...own.dependencies, ...own.devDependencies }
    const wrong = Object.entries(asked).filter(
      ([name, version]) => packages[`node_modules/${name}`]?.version !== version,
    )
    expect(wrong).toEqual([])
    const unchecked = Object.entries(packages).filter(
      ([folder, { integrity = '' }]) => folder !== '' && !/^sha512-/.test(integrity),
    )
    expect(unchecked.map(([folder]) => folder)).toEqual([])
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([])
  })

  it('has its purpose in the decisions', () => {
    const [, section = ''] = readFileSync('docs/decisions.md', 'utf8').split('## What ships, and why')
    const named = [...section.matchAll(/^\| ([^|]+) \| +[^|\s][^|]{5,}\|$/gm)]
      .map(([, cell = '']) => cell.trim())
      .filter((cell) => cell !== 'package' && !cell.startsWith('---'))
    expect(named.flatMap((cell) => cell.split(', ')).toSorted()).toEqual(Object.keys(own.dependencies).toSorted())
  })

  it('installs without warnings on an older Node.js, because the app brings its own Node.js', () => {
    expect(own.engines.node).toBe('24.x')
    expect(own.devDependencies.node).toMatch(/^24\./)
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^loglevel=error$/m)
  })

  it('is audited by the workflow for forks', () => {
    type Step = { run?: string; uses?: string; with?: Record<string, unknown> }
    const steps = ['ci', 'release'].flatMap((name) => {
      const { jobs } = parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as {
        jobs: Record<string, { steps?: Step[] }>
      }
      return Object.values(jobs).flatMap((job) => job.steps ?? [])
    })
    const runs = steps.map(({ run }) => run)
    expect(runs).toContain('npm audit --omit=dev')
    // A tag can be moved to other code, and later steps could read a token that stays in the clone.
    const used = steps.filter(({ uses }) => uses !== undefined)
    expect(used.filter(({ uses }) => !/@[0-9a-f]{40}$/.test(uses ?? ''))).toEqual([])
    const clones = used.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    expect(clones.map((step) => step.with?.['persist-credentials'])).toEqual([false, false, false, false])
  })
})

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
