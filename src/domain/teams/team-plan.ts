import { QuizError } from '../errors.ts'

/** Teams as they would be, for an admin to accept. */
export type TeamPlan = {
  /** Brings exactly this proposal back, or tells that it is out of date. */
  code: number
  /** Brings the next one. */
  next: number
  teams: PlannedTeam[]
  /** How many people would change teams or get one. */
  moves: number
  players: number
  /** How many of them have not answered lately, and count as the average. */
  average: number
  /** Teams that follow a group and stay as they are. */
  leftOut: string[]
  /** Teams that nobody would be in any more. */
  emptied: string[]
}

export type PlannedTeam = {
  name: string
  isNew: boolean
  /** What its players earned in a week, on average. */
  points: number
  players: PlannedPlayer[]
}

/** `from` is the team that they would leave: empty for those who had none, missing for those who stay. */
export type PlannedPlayer = { name: string; from?: string }

/** What a code of a plan tells. The stamp is of all that was proposed; 0 of a proposal that nobody has seen. */
export type PlanCode = { count: number; seed: number; stamp: number }

export const fewestTeams = 2
/** More nobody wants to read in a chat. */
export const mostTeamsBalanced = 20

const seeds = 1000
/** With it a code has 15 digits, as many as a button carries. */
export const stamps = 10_000_000_000

export function writePlanCode({ count, seed, stamp }: PlanCode): number {
  return (count * seeds + (seed % seeds)) * stamps + stamp
}

/** Throws `balance-count` for a number that is no code. */
export function readPlanCode(code: number): PlanCode {
  const asked = Math.floor(code / stamps)
  return { count: checkTeamCount(Math.floor(asked / seeds)), seed: asked % seeds, stamp: code % stamps }
}

/** Throws `balance-count`. */
export function readTeamCount(typed: string): number {
  return checkTeamCount(/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0)
}

/** Throws `balance-count`. */
export function checkTeamCount(count: number): number {
  if (count >= fewestTeams && count <= mostTeamsBalanced) return count
  throw new QuizError('balance-count', { fewest: fewestTeams, most: mostTeamsBalanced })
}
