/**
 * `remedy` says how to fix it: a command that can be pasted unless it contains `...`, or a page and a value if there is no
 * command.
 */
export type Finding = { what: string; state: 'ok' | 'off' | 'wrong'; detail: string; remedy?: string }

/** Runs a check that returns or throws; a failure becomes a finding with its fix. */
export async function check(
  what: string,
  ask: () => Promise<string>,
  remedy: (error: unknown) => string,
): Promise<Finding> {
  try {
    return { what, state: 'ok', detail: await ask() }
  } catch (error) {
    return {
      what,
      state: 'wrong',
      detail: error instanceof Error ? error.message : String(error),
      remedy: remedy(error),
    }
  }
}

/** One of our own commands, as it has to be typed in this environment. */
export function quizCommand(command: string, { production }: { production: boolean }): string {
  return production ? `heroku run quiz ${command}` : `npm run quiz -- ${command}`
}
