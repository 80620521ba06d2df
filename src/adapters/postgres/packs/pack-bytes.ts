import { packQuestionTable, packTable } from '../schema/packs.ts'
import { questionTable } from '../schema/questions.ts'
import { type SQL, sql } from '../sql/drizzle.ts'

export function packBytes(workspaces: SQL): SQL {
  return sql`(
      select coalesce(sum(pg_column_size(synonyms) + pg_column_size(titles)), 0)
      from ${packTable} where workspace_id in (${workspaces})
    ) + (
      select coalesce(sum(pg_column_size(body) + pg_column_size(synonyms)), 0)
      from ${questionTable} where owner in (${workspaces})
    ) + (
      select coalesce(sum(pg_column_size(examples)), 0)
      from ${packQuestionTable} where workspace_id in (${workspaces})
    )`
}
