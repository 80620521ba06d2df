import type { Observed } from './observed.ts'
import type { OwnPostgres } from './own-postgres.ts'
import type { Sent } from './people.ts'

/** The lists that must be empty, and a count that may be above zero. */
export type Audit = {
  /**
   * Accepted answers without a row, without a grade, or whose grade was never delivered; also rows of people who never
   * sent them.
   */
  lost: string[]
  lostAnswers: Set<Sent>
  /** Answers with two rows, grades or ledger entries, and rounds or reveals that were posted twice. */
  doubled: string[]
  /** Players who read their grade twice, because Slack's response or the process that waited for it was lost. */
  readTwice: number
  rounds: number
}

type Row = {
  user: string
  text: string
  answers: number
  grades: number
  entries: number
  state: string
}

/**
 * A command that is typed again after the next question was posted answers that question. It counts as a separate
 * answer.
 */
const perAnswer = `
  select split_part(players.ref, ':', 3) as user, answers.text, answers.state,
    count(*) over (partition by answers.player_id, answers.round_id, answers.text)::int as answers,
    coalesce(graded.grades, 0)::int as grades, coalesce(graded.entries, 0)::int as entries
  from answers join players on players.id = answers.player_id
  left join (
    select answer_id, count(*) as grades, count(ledger.grade_id) as entries
    from grades left join ledger on ledger.grade_id = grades.id group by answer_id
  ) as graded on graded.answer_id = answers.id`

/** Compares what people saw with the stored rows. Rows newer than `before` may be unfinished and don't count. */
export async function audit(
  postgres: Pick<OwnPostgres, 'ask'>,
  observed: Observed,
  sent: readonly Sent[],
  before: number,
): Promise<Audit> {
  const due = sent.filter(({ at }) => at < before)
  const stored = await postgres.ask<Row>(perAnswer)
  const rows = Map.groupBy(stored, (row) => `${row.user} ${row.text}`)
  const lost: string[] = []
  const lostAnswers = new Set<Sent>()
  const lose = (one: Sent, what: string): void => {
    lost.push(what)
    lostAnswers.add(one)
  }
  const doubled: string[] = []
  let readTwice = 0
  const undelivered = new Map<string, { one: Sent; name: string }[]>()
  const known = new Set(sent.map(({ user, text }) => `${user} ${text}`))
  for (const key of rows.keys()) if (!known.has(key)) lost.push(`${key} is stored for somebody who did not send it`)
  for (const one of due) {
    const name = `${one.user} “${one.text}” (${one.outcome})`
    const mine = rows.get(`${one.user} ${one.text}`)
    if (!mine) {
      if (one.outcome === 'taken') lose(one, `${name} has no row`)
      continue
    }
    for (const row of mine) {
      if (row.grades === 0 || row.state !== 'told') lose(one, `${name} is ${row.state}, with ${row.grades} grades`)
      if (row.answers > 1 || row.grades > 1 || row.entries > 1) doubled.push(`${name}: ${JSON.stringify(row)}`)
      if (row.grades > row.entries) lose(one, `${name} is not in the ledger`)
    }
    const delivered = one.ways.reduce((sum, way) => sum + (observed.grades.get(way) ?? 0), 0)
    if (delivered > mine.length) readTwice += delivered - mine.length
    if (delivered === 0) undelivered.set(one.user, [...(undelivered.get(one.user) ?? []), { one, name }])
  }
  // If the form was closed, the player got a separate message.
  for (const [user, answers] of undelivered) {
    const whispers = observed.privateGrades.get(user) ?? 0
    for (const { one, name } of answers.slice(whispers)) lose(one, `${name}: never delivered`)
    readTwice += Math.max(0, whispers - answers.length)
  }
  for (const [key, times] of observed.posts) if (times > 1) doubled.push(`${key} was posted ${times} times`)
  const rounds = await postgres.ask<{ id: number; state: string; age: number; revealed: boolean }>(
    `select id::int, state, extract(epoch from now() - coalesce(closed_at, created_at)) as age,
      revealed_at is not null as revealed from rounds`,
  )
  const newest = (Date.now() - before) / 1000
  for (const { id, state, age, revealed } of rounds) {
    const posted = observed.posts.has(`round-${id}`)
    if (posted !== (state === 'open' || state === 'closed') && age > newest) {
      lost.push(`round ${id} is ${state} and was ${posted ? '' : 'not '}posted`)
    }
    if (state === 'closed' && age > newest && (!revealed || !observed.posts.has(`reveal-${id}`))) {
      lost.push(`round ${id} was never revealed`)
    }
  }
  return { lost, lostAnswers, doubled, readTwice, rounds: rounds.length }
}
