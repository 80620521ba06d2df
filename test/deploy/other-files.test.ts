import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../src/config/config.ts'
import { settingNames } from '../../src/config/variables.ts'

const example = readFileSync('.env.example', 'utf8')
const dockerfile = readFileSync('Dockerfile', 'utf8')
const ignored = readFileSync('.slugignore', 'utf8').trim().split('\n')

describe('.env.example', () => {
  const variables = example.split('\n').flatMap((line) => {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name, value ?? ''] as const]
  })

  it('has every variable that the app reads', () => {
    expect(variables.map(([name]) => name).toSorted()).toEqual([...settingNames].toSorted())
  })

  it('shows the defaults and no secret', () => {
    expect(readConfig(Object.fromEntries(variables))).toEqual({ ...readConfig({}), logLevel: 'info' })
  })
})

/**
 * This test doesn't build an image, because that needs a Docker daemon and public images. The slug's test runs the same
 * files. This test checks the other rules for these files.
 */
describe('the container', () => {
  it('is built in two stages, runs as an unprivileged user and has a health check', () => {
    expect(dockerfile.match(/^FROM /gm)).toHaveLength(2)
    expect(dockerfile).toMatch(/^COPY --from=dependencies/m)
    expect(dockerfile).toMatch(/^USER (?!root|0)\w+$/m)
    expect(dockerfile).toMatch(/^HEALTHCHECK [\s\S]*\/healthz/m)
    expect(dockerfile.indexOf('USER ')).toBeLessThan(dockerfile.indexOf('\nCMD'))
  })

  it('starts the same processes as the Procfile', () => {
    const run = Object.fromEntries(
      readFileSync('Procfile', 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(/: (.*)/, 2) as [string, string]),
    )
    const heroku = parse(readFileSync('heroku.yml', 'utf8'))
    expect(heroku.run.web).toBe(run.web)
    expect(heroku.run.worker.command).toEqual([run.worker])
    expect(heroku.release.command).toEqual([run.release])
    expect(heroku.setup.addons).toEqual([{ plan: 'heroku-postgresql:essential-0' }, { plan: 'heroku-redis:mini' }])
    expect(JSON.parse(/\nCMD (\[.*\])/.exec(dockerfile)?.[1] ?? '[]').join(' ')).toBe(run.web)
  })
})

describe('the list of ignored files', () => {
  const folders = ignored.map((line) => line.slice(1))

  it('is the same for slugs, containers and Cloud Native Buildpacks', () => {
    expect(ignored.filter((line) => !/^\/[\w./-]+$/.test(line))).toEqual([])
    const docker = readFileSync('.dockerignore', 'utf8').trim().split('\n')
    expect(docker).toEqual(expect.arrayContaining(folders))
    const [, excluded = '[]'] = /^exclude = (\[.*\])$/m.exec(readFileSync('project.toml', 'utf8')) ?? []
    expect(JSON.parse(excluded)).toEqual(folders)
  })

  it('keeps private files out of an image', () => {
    expect(readFileSync('.dockerignore', 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['.env', '.env.*', '*.dump', '.data', '.git', 'node_modules']),
    )
  })
})
