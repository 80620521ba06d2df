import { QuizError } from '../errors.ts'

/** Teams as they would be, for an admin to accept. */
export type TeamPlan = {
  /** Reproduces exactly this proposal, or says that it is out of date. */
  code: number
  /** Gives the next one. */
  next: number
  teams: PlannedTeam[]
  /** How many people would change teams or join one. */
  moves: number
  players: number
  /** How many of them haven't answered lately, and count as average. */
  average: number
  /** Teams that follow a group and stay as they are. */
  leftOut: string[]
  /** Teams that would be left empty. */
  emptied: string[]
}

export type PlannedTeam = {
  name: string
  isNew: boolean
  /** What its players earned per week, on average. */
  points: number
  players: PlannedPlayer[]
}

/** `from` is the team that they would leave: empty for those without one, missing for those who stay. */
export type PlannedPlayer = { name: string; from?: string }

/**
 * What a plan's code contains. The stamp covers everything that was proposed; it is 0 for a proposal that nobody has
 * seen yet.
 */
export type PlanCode = { count: number; seed: number; stamp: number }

export const fewestTeams = 2
/** Nobody wants to read more in a chat. */
export const mostTeamsBalanced = 20

const seeds = 1000
/** With it a code has 15 digits, as many as a button can carry. */
export const stamps = 10_000_000_000

export function writePlanCode({ count, seed, stamp }: PlanCode): number {
  return (count * seeds + (seed % seeds)) * stamps + stamp
}

/** Throws `balance-count` for a number that isn't a code. */
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
