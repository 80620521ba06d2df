import { Client } from 'pg'

/**
 * Creates due channels in one statement: `channels` in each of `workspaces` workspaces, named `prefix` and a number,
 * such as `slack:T7:C3`.
 */
export async function seedChannels(
  url: string,
  wanted: { prefix: string; workspaces: number; channels: number; dueAt: Date; time: string; zone: string },
): Promise<void> {
  const { prefix, workspaces, channels, dueAt, time, zone } = wanted
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `with places as (
        insert into workspaces (ref, platform, name)
        select $1 || number, split_part($1, ':', 1), 'Workspace ' || number from generate_series(1, $2::int) as number
        returning id, ref
      )
      insert into channels (workspace_id, ref, name, schedule, next_post_at)
      select id, ref || ':C' || number, 'general', $4::jsonb, $5
      from places, generate_series(1, $3::int) as number`,
      [prefix, workspaces, channels, JSON.stringify({ time, zone, weekdays: [1, 2, 3, 4, 5, 6, 7], skip: [] }), dueAt],
    )
    await client.query('analyze')
  } finally {
    await client.end()
  }
}
