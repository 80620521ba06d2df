import type { Session } from './session.ts'

export async function differences(_: Session, workspaceId: number): Promise<string[]> {
  throw new Error(`not yet: ${workspaceId}`)
}
