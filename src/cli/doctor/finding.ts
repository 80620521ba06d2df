/**
 * `mend` is one command, ready to paste if it has no `...` in it; or the page and the value, if a chat has no command
 * for it.
 */
export type Finding = { what: string; state: 'ok' | 'off' | 'wrong'; detail: string; mend?: string }

/** Runs a check that returns or throws; a failure becomes a finding with its fix. */
export async function check(
  what: string,
  ask: () => Promise<string>,
  mend: (error: unknown) => string,
): Promise<Finding> {
  try {
    return { what, state: 'ok', detail: await ask() }
  } catch (error) {
    return { what, state: 'wrong', detail: error instanceof Error ? error.message : String(error), mend: mend(error) }
  }
}

/** One of our own commands, as it has to be typed in this environment. */
export function quizCommand(command: string, { production }: { production: boolean }): string {
  return production ? `heroku run quiz ${command}` : `npm run quiz -- ${command}`
}
