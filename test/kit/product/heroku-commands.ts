import { readFileSync } from 'node:fs'

/**
 * Every command of Heroku's CLI 11.10.0 with its aliases: the keys and the `aliases` and `hiddenAliases` of all entries
 * under `commands` in oclif.manifest.json of the npm package heroku, sorted, one a line.
 */
export const herokuCommands: ReadonlySet<string> = new Set(
  readFileSync(new URL('./heroku-commands.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n'),
)
