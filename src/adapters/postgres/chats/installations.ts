import type { Installations } from '../../../ports/installations.ts'
import { installationTable } from '../schema/installations.ts'
import { and, eq, sql } from '../sql/drizzle.ts'
import type { Session } from '../sql/session.ts'

export function installations({ db }: Session): Installations {
  const { owner: ownerColumn, sealed: sealedColumn, organization: organizationColumn } = installationTable
  return {
    async find(owner) {
      const [row] = await db.select().from(installationTable).where(eq(ownerColumn, owner))
      return row?.sealed
    },

    async save(owner, sealed, organization) {
      const granted = { sealed, organization: organization ?? null, grantedAt: sql`now()` }
      await db
        .insert(installationTable)
        .values({ owner, ...granted })
        .onConflictDoUpdate({ target: ownerColumn, set: granted })
    },

    async reseal(owner, before, sealed) {
      const changed = await db
        .update(installationTable)
        .set({ sealed })
        .where(and(eq(ownerColumn, owner), eq(sealedColumn, before)))
        .returning({ owner: ownerColumn })
      return changed.length > 0
    },

    async grantedAt(owner) {
      const [row] = await db.select().from(installationTable).where(eq(ownerColumn, owner))
      return row?.grantedAt
    },

    async ofOrganization(organization) {
      const rows = await db.select().from(installationTable).where(eq(organizationColumn, organization))
      return rows.map(({ owner }) => owner)
    },

    async remove(owner) {
      await db.delete(installationTable).where(eq(ownerColumn, owner))
    },
  }
}
