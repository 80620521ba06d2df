import { describe, expect, test } from 'vitest'
import { finds, foundIn } from './found-in.ts'

const yes = true
const no = false

describe('a term is recognized however it is joined, split or marked', () => {
  test.each<[pattern: string, text: string, found: boolean]>([
    ['config var', 'a configvar', yes],
    ['config var', 'configvars', yes],
    ['config var', 'a config-var', yes],
    ['config? (var|variable)', 'in the configvar', yes],
    ['(env|environment) (var|variable)', 'an envvar', yes],
    ['env var', 'ENVVARS', yes],
    ['envvar', 'env var', yes],
    ['envvar', 'env-vars', yes],
    ['key value', 'the KV store', yes],
    ['key value store', 'a k/v store', yes],
    ['key value store', 'kvs', yes],
    ['kv', 'the key-value store', yes],
    ['k/v', 'key value', yes],
    ['postgres', 'our PG', yes],
    ['postgres', 'heroku pg:psql', no],
    ['pg', 'heroku pg:psql', yes],
    ['h12', 'an H 12', yes],
    ['h12', 'H-12', yes],
    ['H12', 'h12', yes],
    ['r14', 'R 14 again', yes],
    ['h12', 'h 1', no],
    ['`heroku logs --tail`', 'heroku logs —tail', yes],
    ['--tail', 'logs –tail', yes],
    ['a ... b', 'a — b', yes],
    ['`DATABASE_URL`', '_DATABASE_URL_', yes],
    ['`DATABASE_URL`', '*DATABASE_URL*', yes],
    ['`DATABASE_URL`', 'DATABASE\\_URL', yes],
    ['`DATABASE_URL`', '**`DATABASE_URL`**', yes],
    ['`DATABASE_URL`', 'MY_DATABASE_URL', no],
    ['`DATABASE_URL`', 'DATABASE_URL_2', no],
    ['`DATABASE_URL`', 'database_url', no],
    ['DATABASE_URL', 'database_url', yes],
    ['database', 'DATABASE_URL', no],
    ['url', 'process.env.DATABASE_URL', no],
    ['database', '_DATABASE_', yes],
    ['database', 'database_url', yes],
    ['database url', 'the DATABASE_URL', yes],
    ['api key', 'HEROKU_API_KEY', yes],
    ['`ps:scale`', 'heroku ps: scale web=2', yes],
    ['`heroku ps:scale`', 'heroku ps: scale', yes],
    ['ps:scale', 'ps:scale', yes],
    ['`ps:scale`', 'ps scale', no],
    ['add-on', 'an add on', yes],
    ['addon', 'add-ons', yes],
    ['postgres', 'post gres', yes],
    ['timeout', 'it times out', yes],
    ['timeout', 'time out', yes],
    ['timeout', 'timed out', yes],
    ['time out', 'a timeout', yes],
    ['timed out', 'a timeout', yes],
    ['(time|times|timed) out', 'timeouts', yes],
    ['login', 'they log in', yes],
    ['login', 'logging in', yes],
    ['rollback', 'roll back', yes],
    ['rollback', 'rolled back', yes],
    ['roll back', 'rollbacks', yes],
    ['startup', 'it starts up', yes],
    ['buildpack', 'a build pack', yes],
    ['build pack', 'buildpacks', yes],
    ['webhook', 'a web hook', yes],
    ['github', 'git hub', yes],
    ['timeout', 'time, out', no],
    ['timeout', 'time. Out', no],
    ['rollback', 'rolled it back', no],
  ])('%s in "%s": %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })

  test('evidence is quoted as it was typed', () => {
    expect(foundIn('`DATABASE_URL`', 'in DATABASE\\_URL now')).toEqual(['DATABASE\\_URL'])
    expect(foundIn('`--tail`', 'use —tail')).toEqual(['—tail'])
    expect(foundIn('rollback', 'we rolled back')).toEqual(['rolled back'])
    expect(foundIn('config var', 'a configvar')).toEqual(['configvar'])
  })
})

describe('a line or an item of a list is a sentence', () => {
  test.each<[pattern: string, text: string, found: boolean]>([
    ['a ... b', '1) a 2) b', no],
    ['a ... b', '1)a 2)b', no],
    ['a ... b', '(1) a (2) b', no],
    ['c ... d', 'a) c b) d', no],
    ['a ... b', '1. a 2. b', no],
    ['a ... b', '1. a\n2. b', no],
    ['a ... b', '- a\n- b', no],
    ['a ... b', '• a • b', no],
    ['a ... b', 'a\nb', no],
    ['a ... b', 'a\nand b', yes],
    ['a ... b', 'a,\nb', yes],
    ['a ... b', `a ${'long '.repeat(12)}\nline b`, yes],
    ['a ... b', 'first, a second, b', no],
    ['a ... b', 'firstly, a, secondly, b', no],
    ['a ... b', 'a 1) b', yes],
    ['a ... b', 'a at most 2) b', yes],
    ['1', '1) web 2) worker', no],
    ['2', '1. web\n2. worker', no],
    ['1', 'only 1) web', yes],
    ['worker', '1) web 2) worker', yes],
    ['a ... b', 'a second, b', yes],
    ['a ... b', 'a first, b second, c last', yes],
    ['2', 'web=1) 2', yes],
  ])('%s in %j: %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })
})
