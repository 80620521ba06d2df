import type { Finding } from '../ports/finding.ts'
import { examine } from './doctor/examine.ts'
import { print, printJson } from './print.ts'

/** Prints the findings of `examine`. The exit status is 1 if something is wrong. */
export async function doctor({ json }: { json?: boolean }): Promise<void> {
  const findings = await examine()
  if (json) printJson({ ok: findings.every(({ state }) => state !== 'wrong'), findings })
  else for (const finding of findings) show(finding)
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1
}

const marks: Record<Finding['state'], string> = { ok: '✓', off: '–', wrong: '✗' }

function show({ what, state, detail, remedy }: Finding): void {
  print(`${marks[state]} ${what}: ${detail}`)
  if (remedy !== undefined) print(`    ${remedy}`)
}
