import type { CompiledPoint } from '../compiled-rubric.ts'
import type { Occurrence } from '../text/occurrence.ts'
import type { ReadText } from '../text/token.ts'
import { findPairEvents, type PairEvent, partings } from './pair-events.ts'
import type { Reading } from './walk.ts'

export type BoundPairs = { found: Map<number, Occurrence[]>; mixedUp: Map<number, Occurrence[]> }

const nothing: BoundPairs = { found: new Map(), mixedUp: new Map() }

/**
 * Binds each value in an answer to the name that it describes: "standard 4 days, premium a week", "a week for premium,
 * 4 days for standard", "standard and premium: 4 and 7 days". A name with another name's value is mixed up.
 */
export function bindPairs(points: readonly CompiledPoint[], reading: Reading): BoundPairs {
  if (points.every(({ about }) => about === undefined)) return nothing
  const events = findPairEvents(points, reading)
  const bonds = events.some(({ kind }) => kind === 'name') ? bind(events, reading.text) : bindInOrder(events, points)
  const found = new Map<number, Occurrence[]>()
  for (const { value, name } of bonds) {
    if (points[value.of]?.about?.number === name.number && !found.has(value.of))
      found.set(value.of, evidenceOf(value, name))
  }
  const mixedUp = new Map<number, Occurrence[]>()
  for (const bond of bonds) {
    const wronged = points.findIndex(({ about }) => about?.number === bond.name.number)
    if (wronged < 0 || bond.parted >= newSentence || isRight(bond, bonds, points)) continue
    const had = points.some(({ about }, place) => about?.number === bond.name.number && found.has(place))
    if (!had && !mixedUp.has(wronged)) mixedUp.set(wronged, evidenceOf(bond.value, bond.name))
  }
  return { found, mixedUp }
}

const newSentence = 4

type Bond = { value: PairEvent; name: { number: number; event?: PairEvent }; parted: number }

function evidenceOf(value: PairEvent, { event }: Bond['name']): Occurrence[] {
  return event === undefined ? value.evidence : [...event.evidence, ...value.evidence]
}

/** The same words may be the value of several names; one match is enough then. */
function isRight({ value, name }: Bond, bonds: readonly Bond[], points: readonly CompiledPoint[]): boolean {
  return bonds.some(
    (other) =>
      other.name.number === name.number &&
      other.value.start < value.end &&
      value.start < other.value.end &&
      points[other.value.of]?.about?.number === name.number,
  )
}

/** If there are at least two values without names, they are bound in the order of the question: "4 days / a week". */
function bindInOrder(events: readonly PairEvent[], points: readonly CompiledPoint[]): Bond[] {
  const order = [...new Set(events.map(({ of }) => of))]
  if (order.length < 2 || order.some((of, i) => i > 0 && of < (order[i - 1] ?? 0))) return []
  return events.map((value) => ({ value, name: { number: points[value.of]?.about?.number ?? -1 }, parted: 0 }))
}

function bind(events: readonly PairEvent[], text: ReadText): Bond[] {
  const before = partings(text)
  const side = (
    value: PairEvent,
    name: PairEvent | undefined,
    parted: number,
    kind: 'before' | 'after',
  ): Side | undefined =>
    name === undefined
      ? undefined
      : {
          name,
          parted,
          attached: kind === 'before' ? isTold(text, name.end, value.start) : isGiven(text, value.end, name.start),
        }
  const earlier = sweep(events, before)
  const later = sweep([...events].reverse(), before).reverse()
  const listed = bindLists(events, text)
  return events.flatMap((value, i): Bond[] => {
    if (value.kind === 'name') return []
    const inList = listed.get(value)
    if (inList !== undefined) return [{ value, name: { number: inList.of, event: inList }, parted: 0 }]
    const previous = earlier[i] && side(value, earlier[i].name, earlier[i].parted, 'before')
    const next = later[i] && side(value, later[i].name, later[i].parted, 'after')
    const chosen = choose(previous, next, leads(events, value))
    return chosen === undefined ? [] : bondsWith(value, chosen, events, before)
  })
}

type Side = { name: PairEvent; parted: number; attached: boolean }

function choose(previous: Side | undefined, next: Side | undefined, nameLeads: boolean): Side | undefined {
  if (next !== undefined && next.parted >= newSentence) return previous
  if (previous === undefined || next === undefined) return previous ?? next
  if (previous.parted !== next.parted) return previous.parted < next.parted ? previous : next
  if (previous.attached !== next.attached) return previous.attached ? previous : next
  return nameLeads ? previous : next
}

/** Whether a name comes first in the sentence of the value: "standard 4 premium 7", not "4 standard 7 premium". */
function leads(events: readonly PairEvent[], value: PairEvent): boolean {
  return events.find(({ sentence }) => sentence === value.sentence)?.kind === 'name'
}

/** For each event, the nearest name before it, and the strongest separator between the two. */
function sweep(
  events: readonly PairEvent[],
  before: readonly number[],
): ({ name: PairEvent; parted: number } | undefined)[] {
  let name: PairEvent | undefined
  let parted = 0
  let last: PairEvent | undefined
  return events.map((event) => {
    if (last !== undefined) parted = Math.max(parted, strongest(before, last, event))
    last = event
    const reached = name && { name, parted }
    if (event.kind === 'name') {
      name = event
      parted = 0
    }
    return reached
  })
}

function strongest(before: readonly number[], a: PairEvent, b: PairEvent): number {
  const [from, to] = a.start <= b.start ? [a.end, b.start] : [b.end, a.start]
  let most = 0
  for (let at = from; at <= to; at++) most = Math.max(most, before[at] ?? 0)
  return most
}

/** A value applies to each of two joined names: "standard and premium: 4 days". */
function bondsWith(
  value: PairEvent,
  { name, parted }: Side,
  events: readonly PairEvent[],
  before: readonly number[],
): Bond[] {
  const bonds: Bond[] = [{ value, name: { number: name.of, event: name }, parted }]
  const here = events.filter(({ sentence }) => sentence === value.sentence)
  if (here.some((event) => event.kind === 'value' && event.start >= value.end)) return bonds
  const names = here.filter(({ kind }) => kind === 'name')
  const twin = names.find((event) => event !== name && event.of !== name.of)
  if (names.length === 2 && twin !== undefined && strongest(before, twin, name) === 1) {
    bonds.push({ value, name: { number: twin.of, event: twin }, parted })
  }
  return bonds
}

/**
 * In lists of equal length, the first value belongs to the first name: "standard and premium: 4 and 7 days", "4 and 7
 * days for standard and premium".
 */
function bindLists(events: readonly PairEvent[], _text: ReadText): Map<PairEvent, PairEvent> {
  const listed = new Map<PairEvent, PairEvent>()
  for (const sentence of new Set(events.map((event) => event.sentence))) {
    const here = events.filter((event) => event.sentence === sentence)
    const half = here.length / 2
    const kinds = here.map(({ kind }) => kind)
    if (half < 2 || !Number.isInteger(half)) continue
    const [first, second] = [kinds.slice(0, half), kinds.slice(half)]
    if (new Set(first).size !== 1 || new Set(second).size !== 1 || first[0] === second[0]) continue
    const [names, values] =
      first[0] === 'name' ? [here.slice(0, half), here.slice(half)] : [here.slice(half), here.slice(0, half)]
    if (new Set(names.map(({ of }) => of)).size !== half) continue
    values.forEach((value, i) => {
      const name = names[i]
      if (name !== undefined) listed.set(value, name)
    })
  }
  return listed
}

const telling = new Set(
  'is are was has have had gets get gives give means mean does do goes keeps says needs ='.split(' '),
)
const giving = new Set('for on of with at in under from per to'.split(' '))

/** The name comes before the value: "standard: 4 days", "standard has 4 days". */
function isTold(text: ReadText, from: number, to: number): boolean {
  const [last, next] = [text.tokens[from - 1], text.tokens[from]]
  if (last === undefined || next === undefined) return false
  if (/[:=(>→]/.test(text.folded.lower.slice(last.to, next.from))) return true
  return from < to && telling.has(next.text)
}

/** The value comes before the name: "4 days for standard". */
function isGiven(text: ReadText, from: number, to: number): boolean {
  return to > from && to - from <= 4 && giving.has(text.tokens[from]?.text ?? '')
}
