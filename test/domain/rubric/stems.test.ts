import { describe, expect, test } from 'vitest'
import { finds } from './found-in.ts'

describe('words with different meanings don’t match each other', () => {
  test.each<[pattern: string, words: string]>([
    ['gone', 'go goes going went'],
    ['dead', 'die dies'],
    ['left', 'leave leaves'],
    ['people', 'personal personality'],
    ['new', 'news'],
    ['process', 'processor'],
    ['general', 'generate generation'],
    ['generate', 'generation general'],
    ['universe', 'universal university'],
    ['organ', 'organization organize organic'],
    ['depend', 'dependency dependencies'],
    ['terminal', 'terminate terminated'],
    ['formation', 'format formats'],
    ['basic', 'basically'],
    ['stage', 'staging'],
    ['state', 'stateful'],
    ['setting', 'set sets'],
    ['perform', 'performance'],
    ['custom', 'customer customers'],
    ['author', 'authority authorize authorized'],
    ['suit', 'suite'],
    ['past', 'paste pasted'],
    ['experience', 'experiment'],
    ['product', 'production productive'],
    ['hard', 'hardly'],
    ['like', 'likely'],
    ['near', 'nearly'],
    ['identical', 'identity'],
    ['active', 'activity'],
    ['respect', 'respectively'],
  ])('%s doesn’t match: %s', (pattern, words) => {
    for (const word of words.split(' ')) expect(finds(pattern, `it is ${word}`), word).toBe(false)
  })

  test.each<[pattern: string, words: string]>([
    ['add', 'adds added adding'],
    ['go', 'goes going went gone'],
    ['die', 'dies died dead'],
    ['leave', 'leaves leaving left'],
    ['set', 'sets setting'],
    ['process', 'processes processing processed'],
    ['organize', 'organization organizing organised'],
    ['dependency', 'dependencies dep deps'],
    ['terminate', 'terminates termination'],
    ['migrate', 'migration migrating'],
    ['person', 'people persons'],
    ['production', 'prod'],
    ['customer', 'customers'],
    ['postgres', 'PG pg postgresql'],
  ])('%s is still found in: %s', (pattern, words) => {
    for (const word of words.split(' ')) expect(finds(pattern, `it is ${word}`), word).toBe(true)
  })
})
