import type { StoredSize } from '../../../ports/store/stored-size.ts'
import { answerTable } from '../schema/answers.ts'
import { sql } from './drizzle.ts'
import type { Session } from './session.ts'

/** Any four weeks have the same number of working days. */
const mostDays = 28

/** Tables whose size doesn't grow with the number of answers. */
const steady = ['questions', 'pictures', 'transcript', 'sandboxes', 'deliveries', 'installations', 'tries']

/** Reads the time of every answer, so it is only for operators' commands. */
export async function storedSize({ db }: Session): Promise<StoredSize> {
  const { rows } = await db.execute<{
    bytes: string
    grown: string
    answers: number
    lately: number
    days: number
  }>(sql`
    select pg_database_size(current_database()) as bytes,
      (
        select coalesce(sum(pg_total_relation_size(class.oid)), 0) from pg_class as class
        where class.relnamespace = 'public'::regnamespace and class.relkind = 'r'
          and class.relname not in ${steady}
      ) as grown,
      count(*)::int as answers,
      count(*) filter (where received_at > now() - make_interval(days => ${mostDays}::int))::int as lately,
      least(${mostDays}::int, greatest(1, ceil(extract(epoch from now() - min(received_at)) / 86400)))::int as days
    from ${answerTable}`)
  const [row] = rows
  return {
    bytes: Number(row?.bytes ?? 0),
    answerBytes: Number(row?.grown ?? 0),
    answers: row?.answers ?? 0,
    lately: { answers: row?.lately ?? 0, days: row?.days ?? mostDays },
  }
}
