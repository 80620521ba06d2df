import { parseArgs } from 'node:util'

const usage = `npm start -- [--fresh]

Starts the whole product in one process, with a separate Postgres in .data/, and reads the question files again when
they change.

  --fresh   start over: erase the data in .data/ first
  --help    show this

PORT and the other settings come from the environment; docs/deploy.md explains them.
`

export type StartFlags = { fresh: boolean }

/**
 * Reads the words after `npm start --`. For `--help` it prints the help and exits, and for an unknown word it exits
 * with status 2.
 */
export function startFlags(
  typed: string[],
  { say, complain, exit }: { say(text: string): void; complain(text: string): void; exit(status: number): never },
): StartFlags {
  try {
    const { values } = parseArgs({
      args: typed,
      options: { fresh: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
    })
    if (!values.help) return { fresh: values.fresh }
  } catch (error) {
    complain(`${error instanceof Error ? error.message.split('.')[0] : error}.\n\n${usage}`)
    exit(2)
  }
  say(usage)
  return exit(0)
}
