import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { drizzle, type NodePgDatabase, type SQL } from './drizzle.ts'
import { plainTypes } from './plain-types.ts'
import { type Given, type Statement, statement } from './statement.ts'

/** Where statements go: to the pool, each on a connection of its own, or to the one connection of a transaction. */
export type Session = {
  db: NodePgDatabase
  /** Rows by their columns' names, dates and moments as Postgres writes them. Planned once a connection. */
  run<Row extends QueryResultRow>(made: Statement, given: Given): Promise<Row[]>
  /** Like `run`, for a statement whose text is not the same each time. */
  prepared<Row extends QueryResultRow>(made: SQL): Promise<Row[]>
  /**
   * For a statement that gives nothing back. Inside a transaction it is sent and not waited for: what follows is run after
   * it, and where it fails, so does the transaction.
   */
  send(made: Statement, given: Given): Promise<void>
  /** All of `work` or nothing of it; inside a transaction, a part of that. */
  atomically<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Like `atomically`, for work whose failure the caller expects: a transaction around it can go on. */
  attempt<T>(work: (session: Session) => Promise<T>): Promise<T>
}

export function poolSession(pool: Pool): Session {
  const atomically: Session['atomically'] = (work) => transaction(pool, work)
  const { run, prepared } = runsOn(pool)
  return {
    db: drizzle({ client: pool }),
    run,
    prepared,
    async send(made, given) {
      await run(made, given)
    },
    atomically,
    attempt: atomically,
  }
}

async function transaction<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const sent = sending()
  try {
    sent.add(client.query('begin'))
    const result = await work(clientSession(client, sent))
    const committed = client.query('commit')
    await Promise.all([sent.done(), committed])
    const { command } = await committed
    // Postgres answers a commit with ROLLBACK, and no error, where a statement had failed and `work` went on regardless.
    if (command !== 'COMMIT') throw new Error('The transaction was rolled back: one of its statements had failed.')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    )
    // What was sent and not waited for failed first, and what came after it failed for that.
    throw sent.failure ?? error
  }
}

function clientSession(client: PoolClient, sent: Sending): Session {
  const { run, prepared } = runsOn(client)
  const session: Session = {
    db: drizzle({ client }),
    run,
    prepared,
    async send(made, given) {
      sent.add(run(made, given))
    },
    atomically: (work) => work(session),
    async attempt(work) {
      await client.query('savepoint part')
      try {
        const result = await work(session)
        await client.query('release savepoint part')
        return result
      } catch (error) {
        // The error that counts is the first; where this fails too, the connection is gone and the transaction with it.
        await client.query('rollback to savepoint part').catch(() => {})
        throw error
      }
    },
  }
  return session
}

type Sending = { add(reply: Promise<unknown>): void; done(): Promise<unknown>; failure?: unknown }

function sending(): Sending {
  const replies: Promise<unknown>[] = []
  const sent: Sending = {
    add(reply) {
      replies.push(reply)
      reply.catch((error) => {
        sent.failure ??= error
      })
    },
    done: () => Promise.all(replies),
  }
  return sent
}

function runsOn(client: Pool | PoolClient): Pick<Session, 'run' | 'prepared'> {
  async function run<Row extends QueryResultRow>({ name, text, values }: Statement, given: Given): Promise<Row[]> {
    const { rows } = await client.query<Row>({ name, text, values: values(given), types: plainTypes })
    return rows
  }
  return { run, prepared: (made) => run(statement(made), {}) }
}
