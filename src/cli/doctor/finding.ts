import type { Finding } from '../../ports/finding.ts'

/** Runs a check that returns or throws. A failure becomes a finding with its remedy. */
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

export function quizCommand(command: string, { production }: { production: boolean }): string {
  return production ? `heroku run quiz ${command}` : `npm run quiz -- ${command}`
}
