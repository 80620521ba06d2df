import { createHash } from 'node:crypto'
import { localDay } from '../../domain/calendar.ts'
import { QuizError } from '../../domain/errors.ts'
import { teamKey } from '../../domain/team-name.ts'
import { balanceTeams, type Contender } from '../../domain/teams/balance-teams.ts'
import {
  checkTeamCount,
  fewestTeams,
  type PlanCode,
  stamps,
  type TeamPlan,
  writePlanCode,
} from '../../domain/teams/team-plan.ts'
import type { Tables } from '../../ports/store/store.ts'
import type { FreePlayer, Team } from '../../ports/store/teams.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'

/** Whole days up to yesterday, so that a proposal stays valid while people answer today's question. */
const daysCounted = 28
const weeksCounted = daysCounted / 7

/** A team of the proposal. It has no id if it has to be created. */
type Seat = { id?: number; name: string; people: (FreePlayer & { stays: boolean })[] }
export type Planned = { plan: TeamPlan; stamp: number; seats: Seat[]; emptied: Team[] }

/** The proposal and the data to apply it. Throws `balance-count` or `balance-few`. */
export async function planTeams(
  tables: Pick<Tables, 'teams'>,
  workspace: Workspace,
  now: Date,
  wanted: Partial<PlanCode>,
  lock?: 'lock',
): Promise<Planned> {
  const today = localDay(now, workspace.zone)
  const days = { first: dayBefore(today, daysCounted), last: dayBefore(today, 1) }
  const players = await tables.teams.freePlayers(workspace.id, days, lock)
  const all = await tables.teams.list(workspace.id)
  const free = all
    .filter(({ linked }) => linked === undefined)
    .toSorted((one, other) => other.members - one.members || one.id - other.id)
  const count = readCount(wanted.count, free)
  if (players.length < count) throw new QuizError('balance-few', { players: players.length, teams: count })
  const slots = free.slice(0, count)
  const average = averageOf(players)
  const strengths = new Map(players.map(({ id, points }) => [id, Math.max(0, points ?? average)]))
  const contenders = players.map(({ id, teamId }): Contender => {
    const at = slots.findIndex((team) => team.id === teamId)
    return { id, strength: strengths.get(id) ?? 0, ...(at < 0 ? {} : { at }) }
  })
  const seed = wanted.seed ?? 0
  const byId = new Map(players.map((player) => [player.id, player]))
  const names = newNames(count - slots.length, all)
  const seats = balanceTeams(contenders, count, seed).map((people, at): Seat => {
    const team = slots[at]
    const seated = people.flatMap(({ id }) => byId.get(id) ?? [])
    return {
      ...(team ? { id: team.id, name: team.name } : { name: names[at - slots.length] ?? '' }),
      people: seated
        .map((player) => ({ ...player, stays: team !== undefined && player.teamId === team.id }))
        .toSorted((one, other) => one.id - other.id),
    }
  })
  const emptied = free.slice(count).filter(({ members }) => members > 0)
  const stamp = stampOf(seats)
  return {
    ...{ stamp, seats, emptied },
    plan: {
      code: writePlanCode({ count, seed, stamp }),
      next: writePlanCode({ count, seed: seed + 1, stamp: 0 }),
      teams: seats.map(({ id, name, people }) => ({
        name,
        isNew: id === undefined,
        points: Math.round(people.reduce((sum, one) => sum + (strengths.get(one.id) ?? 0), 0) / weeksCounted),
        players: people.map((one) => ({
          name: one.name,
          ...(one.stays ? {} : { from: all.find((team) => team.id === one.teamId)?.name ?? '' }),
        })),
      })),
      moves: seats.flatMap(({ people }) => people.filter(({ stays }) => !stays)).length,
      players: players.length,
      average: players.filter(({ points }) => points === undefined).length,
      leftOut: all.flatMap(({ name, linked }) => (linked === undefined ? [] : [name])),
      emptied: emptied.map(({ name }) => name),
    },
  }
}

/** The default is the number of teams with members or, if there are none, the number of empty teams. */
function readCount(wanted: number | undefined, free: readonly Team[]): number {
  const inUse = free.filter(({ members }) => members > 0).length
  return checkTeamCount(wanted ?? Math.max(fewestTeams, inUse > 0 ? inUse : free.length))
}

function averageOf(players: readonly FreePlayer[]): number {
  const known = players.flatMap(({ points }) => (points === undefined ? [] : [Math.max(0, points)]))
  return known.length === 0 ? 0 : Math.round(known.reduce((sum, points) => sum + points, 0) / known.length)
}

/** `Team 1`, `Team 2` and so on, skipping names that are taken. */
function newNames(count: number, teams: readonly Team[]): string[] {
  const taken = new Set(teams.map(({ name }) => teamKey(name)))
  const names: string[] = []
  for (let number = 1; names.length < count; number++) {
    const name = `Team ${number}`
    if (!taken.has(teamKey(name))) names.push(name)
  }
  return names
}

/** A hash of everything that an admin sees in the proposal, except points. */
function stampOf(seats: readonly Seat[]): number {
  const seen = seats.map(({ id, name, people }) => [id ?? 0, name, people.map((one) => [one.id, one.teamId ?? 0])])
  return Number(createHash('sha256').update(JSON.stringify(seen)).digest().readBigUInt64BE() % BigInt(stamps))
}

function dayBefore(day: string, count: number): string {
  return new Date(Date.parse(day) - count * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
