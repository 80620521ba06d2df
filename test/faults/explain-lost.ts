import type { Crew } from './crew.ts'
import type { FaultRun } from './fault-runs.ts'
import type { Observed } from './observed.ts'
import type { OwnPostgres } from './own-postgres.ts'
import type { Request, Sent } from './people.ts'

const longestWords = 300

/** Prints everything about a lost answer: requests, responses, active faults, stored rows and log lines. */
export async function explainLost(
  deps: {
    crew: Pick<Crew, 'linesWith'>
    postgres: Pick<OwnPostgres, 'ask' | 'starts'>
    observed: Observed
    faultRuns: FaultRun[]
  },
  one: Sent,
): Promise<string> {
  const { crew, postgres, observed, faultRuns } = deps
  const rows = await postgres.ask<{ line: string }>(sameText, [one.text, one.roundId])
  const lines = crew.linesWith(one.requests.map(({ id }) => id))
  const from = one.requests[0]?.at ?? one.at
  return [
    `LOST: ${one.user} “${one.text}”, round ${one.roundId} in ${one.channel}, ${one.outcome}`,
    ...one.requests.map((request) => aboutRequest(request, faultRuns)),
    ...one.ways.map(
      (way) => `  ${way} shows ${observed.grades.has(way) ? 'a grade' : (observed.others.get(way) ?? 'nothing')}`,
    ),
    `  stored with this text: ${rows.map(({ line }) => line).join('; ') || 'nothing'}`,
    ...postgres.starts
      .filter(({ at }) => at >= from)
      .map(({ at, lsn }) => `  ${clock(at)} Postgres came up, its log at ${lsn}`),
    ...lines.map((line) => `  ${line}`),
  ].join('\n')
}

/** Rows with the same text may belong to people who chose the same words, or to people who never sent it. */
const sameText = `
  select concat_ws(' ', 'answer', answers.id, 'of', players.ref, answers.state, answers.received_at) as line
  from answers join players on players.id = answers.player_id
  where answers.text = $1 and answers.round_id = $2 limit 20`

/** A request may take up to three seconds. */
function aboutRequest({ id, at, said }: Request, faultRuns: readonly FaultRun[]): string {
  const broken = faultRuns.filter((one) => one.from <= at + 3000 && one.until >= at).map(({ name }) => name)
  return `  ${clock(at)} request ${id} (${broken.join(', ') || 'nothing broken'}): ${said?.slice(0, longestWords) ?? 'no answer'}`
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(11, 23)
}
