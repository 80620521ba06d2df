import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDynoConfig } from '../../src/config/config.ts'
import { settingNames } from '../../src/config/variables.ts'
import { slugFiles } from '../kit/product/slug.ts'

/**
 * Heroku's rules for app.json, from the schema in its npm package @heroku/mcp-server (1.2.8, app-json.schema.json) and
 * the stricter ones of devcenter.heroku.com/articles/app-json-schema. This app has two more rules: every variable has a
 * description, and no dyno sleeps.
 */
const size = z.enum(['eco', 'basic', 'standard-1x', 'standard-2x', 'performance-m', 'performance-l'])
const formation = z.record(
  z.string().regex(/^[\w-]+$/),
  z.strictObject({ quantity: z.int().min(0), size: size.exclude(['eco']) }),
)
const variable = z.strictObject({
  description: z.string().optional(),
  value: z.string().optional(),
  required: z.boolean().optional(),
  generator: z.literal('secret').optional(),
})
const environment = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), variable)
const addons = z.array(z.string().regex(/^[a-z-]+:[a-z0-9-]+$/))
const manifest = z.strictObject({
  name: z
    .string()
    .regex(/^[a-zA-Z-_.]+$/)
    .max(30),
  description: z.string().min(1),
  repository: z.literal('https://github.com/heroku-quiz/heroku-quiz'),
  logo: z.url(),
  keywords: z.array(z.string()).min(1),
  success_url: z.string().startsWith('/'),
  stack: z.literal('heroku-24'),
  buildpacks: z.array(z.strictObject({ url: z.string() })),
  addons,
  formation,
  env: z.record(z.string(), variable.required({ description: true })),
  scripts: z.strictObject({ postdeploy: z.string(), 'pr-predestroy': z.string().optional() }),
  environments: z.strictObject({
    review: z.strictObject({ addons, formation, env: environment }),
    test: z.strictObject({ addons, formation, env: environment, scripts: z.strictObject({ test: z.string() }) }),
  }),
})

const app = manifest.parse(JSON.parse(readFileSync('app.json', 'utf8')))

describe('app.json', () => {
  it('specifies the cheapest formation that never sleeps', () => {
    expect(app.addons).toEqual(['heroku-postgresql:essential-0', 'heroku-redis:mini'])
    expect(app.formation).toEqual({ web: { quantity: 1, size: 'basic' }, worker: { quantity: 1, size: 'basic' } })
    expect(app.buildpacks).toEqual([{ url: 'heroku/nodejs' }])
  })

  it('names only variables that the app reads, and describes each', () => {
    expect(Object.keys(app.env).filter((name) => !settingNames.includes(name))).toEqual([])
    expect(Object.values(app.env).filter(({ description }) => description.length < 20)).toEqual([])
  })

  it('doesn’t ask for input, because its values and those that Heroku adds are enough to start', () => {
    const asked = Object.entries(app.env).filter(
      ([, { value, generator, required }]) => value === undefined && generator === undefined && required !== false,
    )
    expect(asked).toEqual([])
    const set = Object.entries(app.env).map(([name, { value, generator }]) => [
      name,
      generator ? 'f'.repeat(64) : (value ?? ''),
    ])
    const heroku = {
      DYNO: 'web.1',
      DATABASE_URL: 'postgres://u:p@ec2.example.com:5432/d',
      REDIS_URL: 'rediss://h:6379',
    }
    expect(readDynoConfig({ ...Object.fromEntries(set), ...heroku })).toMatchObject({ production: true, chats: [] })
  })

  it('gives review apps a separate database and a playground, unlike production, and never a token of a live chat', () => {
    const { review } = app.environments
    expect(Object.keys(review.env).filter((name) => /^(SLACK|DISCORD)_/.test(name))).toEqual([])
    expect(review.env.APP_SECRET?.generator).toBe('secret')
    expect(review.env.PLAYGROUND?.value).toBe('on')
    // Without a Key-Value Store the queue runs on Postgres, so review apps use the cheaper formation.
    expect(review.addons).toEqual(['heroku-postgresql:essential-0'])
  })

  it('runs the same checks in Heroku CI as everywhere', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const commands = app.environments.test.scripts.test.split(' && ')
    expect(commands.map((command) => scripts[command.replace(/^npm (run )?/, '')])).not.toContain(undefined)
  })

  it('points to files that exist', async () => {
    const [, logo = ''] = /\/main\/(.+)$/.exec(app.logo) ?? []
    expect(await slugFiles()).toEqual(expect.arrayContaining([logo, app.scripts.postdeploy.split(' ')[0]]))
  })
})
