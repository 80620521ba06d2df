import { QuizError } from '../errors.ts'

/** A proposal for teams, for an admin to accept. */
export type TeamPlan = {
  /** Reproduces this proposal, or shows that it is out of date. */
  code: number
  /** The code of the next proposal. */
  next: number
  teams: PlannedTeam[]
  /** How many people would change teams or join one. */
  moves: number
  players: number
  /** How many of them haven't answered recently and are counted as average. */
  average: number
  /** Teams that follow a group. They aren't changed. */
  leftOut: string[]
  emptied: string[]
}

export type PlannedTeam = {
  name: string
  isNew: boolean
  /** The average points per week of its players. */
  points: number
  players: PlannedPlayer[]
}

/** `from` is the team that they would leave. It is empty if they have none and absent if they stay. */
export type PlannedPlayer = { name: string; from?: string }

/** The content of a plan's code. The stamp is a hash of the proposal; it is 0 if the proposal hasn't been shown yet. */
export type PlanCode = { count: number; seed: number; stamp: number }

export const fewestTeams = 2
/** A longer proposal is hard to read in a chat. */
export const mostTeamsBalanced = 20

const seeds = 1000
/** Codes have 15 digits with this stamp, the most that a button can carry. */
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
