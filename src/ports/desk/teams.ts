export type DeskTeam = { id: number; name: string; members: number; followsGroup: boolean }
