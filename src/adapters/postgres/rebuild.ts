import type { Session } from './session.ts'

export async function rebuild(_: Session, workspaceId: number): Promise<void> {
  throw new Error(`not yet: ${workspaceId}`)
}
