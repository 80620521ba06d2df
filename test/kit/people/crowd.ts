import { Client } from 'pg'
import { expect } from 'vitest'
import { connection } from '../../../src/adapters/postgres/sql/connection.ts'
import type { QuizProcesses, Running } from '../product/quiz-processes.ts'
import type { HttpGuest } from './http-guest.ts'

const concurrency = 8

/** Creates people in the playground, distributed over the web processes, with an open question (round 1). */
export async function gather(quiz: QuizProcesses, webs: Running[], size: number): Promise<HttpGuest[]> {
  const guests: HttpGuest[] = []
  for (let first = 0; first < size; first += concurrency) {
    const some = Array.from({ length: Math.min(concurrency, size - first) }, (_, index) =>
      quiz.arrive(webs[(first + index) % webs.length]),
    )
    guests.push(...(await Promise.all(some)))
  }
  await guests[0]?.press('post-now:0')
  await expect
    .poll(() => ask(quiz.databaseUrl, "select count(*)::int as n from rounds where state = 'open'"), {
      timeout: 15_000,
    })
    .toEqual([{ n: 1 }])
  return guests
}

/** Everybody answers at the same time; returns how many answers were accepted. Some aren't if a process stops. */
export async function answerAll(guests: readonly HttpGuest[]): Promise<number> {
  const outcomes = await Promise.allSettled(
    guests.map((guest, index) => guest.submit('answer:1', `temporary, for migration number ${index}`)),
  )
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

export async function answerStates(databaseUrl: string): Promise<Record<string, number>> {
  const rows = await ask<{ state: string; n: number }>(
    databaseUrl,
    'select state, count(*)::int as n from answers group by state',
  )
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

export async function ask<Row extends object>(databaseUrl: string, statement: string): Promise<Row[]> {
  const client = new Client({ ...connection(databaseUrl), application_name: 'test' })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}
