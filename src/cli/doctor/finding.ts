/** `mend` is one command, ready to be pasted where nothing stands as `...`; or the page and the value, where a chat has no command for it. */
export type Finding = { what: string; state: 'ok' | 'off' | 'wrong'; detail: string; mend?: string }

/** Asks something that answers or throws; a failure is a finding with what mends it. */
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

/** One of our own commands, as it is run where this one runs. */
export function quizCommand(command: string, { production }: { production: boolean }): string {
  return production ? `heroku run quiz ${command}` : `npm run quiz -- ${command}`
}
