import { readFileSync } from 'node:fs'

/**
 * Every command of Heroku's CLI 11.10.0 with its aliases, sorted, one per line. The list comes from the keys and the
 * `aliases` and `hiddenAliases` of all entries under `commands` in oclif.manifest.json of the npm package heroku.
 */
export const herokuCommands: ReadonlySet<string> = new Set(
  readFileSync(new URL('./heroku-commands.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
)
