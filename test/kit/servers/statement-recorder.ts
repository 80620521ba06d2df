import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'

/**
 * While the tests of `vitest.record.config.ts` run, this records every statement that the app sends to Postgres, with
 * its values, as one JSON document per line. `test/deploy/released-statements.jsonl` is made from this record.
 */
type Sent = { text: string; values?: unknown[] }
type Query = (this: Client, ...words: unknown[]) => unknown

const file = join(process.env.RECORD_FOLDER ?? '.', `${process.pid}.jsonl`)
const prototype = Client.prototype as unknown as { query: Query; connectionParameters: { application_name?: string } }
const { query } = prototype

prototype.query = function recorded(this: Client, ...words: unknown[]): unknown {
  const { application_name: by } = (this as unknown as typeof prototype).connectionParameters
  const sent = asSent(words)
  if (by === 'heroku-quiz' && sent) keep(sent)
  return query.apply(this, words)
}

function asSent([first, second]: unknown[]): Sent | undefined {
  if (typeof first === 'string') return { text: first, ...(Array.isArray(second) ? { values: second } : {}) }
  const { text, values } = first as Partial<Sent>
  const given = values ?? (Array.isArray(second) ? second : [])
  return text === undefined ? undefined : { text, values: given }
}

function keep({ text, values = [] }: Sent): void {
  const plain = values.map((value) =>
    value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value,
  )
  appendFileSync(file, `${JSON.stringify({ text, values: plain })}\n`)
}
