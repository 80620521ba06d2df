import { eq } from 'drizzle-orm'
import type { Installations } from '../../ports/installations.ts'
import { installationTable } from './schema/installations.ts'
import type { Session } from './sql/session.ts'

export function installations({ db }: Session): Installations {
  return {
    async find(owner) {
      const [row] = await db.select().from(installationTable).where(eq(installationTable.owner, owner))
      return row?.sealed
    },

    async save(owner, sealed) {
      await db
        .insert(installationTable)
        .values({ owner, sealed })
        .onConflictDoUpdate({ target: installationTable.owner, set: { sealed } })
    },

    async remove(owner) {
      await db.delete(installationTable).where(eq(installationTable.owner, owner))
    },
  }
}
