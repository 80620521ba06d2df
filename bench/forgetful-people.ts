// Simulated teams that learn and forget by a different rule than the model's, to measure its predictions.
import type { TeamRound } from '../src/domain/memory/team-memory.ts'

/** The parameters of a simulated world. Values are log-odds, times are days. */
export type World = {
  name: string
  /** How much people learn from a reveal; 0 means nothing. */
  learning: number
  /** The exponent of forgetting: a reveal that is t days old counts (1 + t) to the power of minus this. */
  forgetting: number
  /** How much a team's knowledge differs between topics. */
  topicSpread: number
}

export type Crowd = { people: number; topics: number; order: 'in turns' | 'by chance' | 'in blocks' }

type Exposure = { day: number; question: number }
type Person = {
  ability: number
  joinsIn: number
  forgetting: number
  knows: number[]
  seen: Exposure[][]
}

const questionsATopic = 14
const dayMs = 86_400_000
const firstDay = Date.UTC(2026, 0, 5)
const labels = [
  { difficulty: 'easy', offset: -0.8 },
  { difficulty: 'medium', offset: 0 },
  { difficulty: 'hard', offset: 0.8 },
] as const

/**
 * The rounds of a channel on working days. The log-odds that a person is right are their ability plus what they know
 * about the topic, minus the question's difficulty, plus the logarithm of all reveals they saw, each faded by a power
 * of its age: the base-level learning of ACT-R (Anderson and Schooler, 1991). A reveal of the same question counts four
 * times.
 */
export function playChannel(world: World, { people, topics, order }: Crowd, rounds: number, seed: number): TeamRound[] {
  const chance = createChance(seed)
  const strength = Array.from({ length: topics }, () => world.topicSpread * chance.normal())
  const crowd = Array.from({ length: people }, () => person(world, strength, chance))
  const bank = Array.from({ length: topics * questionsATopic }, () => {
    const label = labels[Math.floor(chance.uniform() * 3)] ?? labels[1]
    return { difficulty: label.difficulty, hardness: label.offset + 0.6 * chance.normal() }
  })
  const asked = Array<number>(topics).fill(0)
  let topic = 0
  const played: TeamRound[] = []
  for (let number = 0; number < rounds; number++) {
    const day = number + 2 * Math.floor(number / 5)
    topic = nextTopic(order, topic, number, topics, chance)
    const question = topic * questionsATopic + ((asked[topic] ?? 0) % questionsATopic)
    asked[topic] = (asked[topic] ?? 0) + 1
    const { hardness = 0, difficulty = 'medium' } = bank[question] ?? {}
    let answered = 0
    let correct = 0
    for (const one of crowd) {
      const answers = chance.uniform() < one.joinsIn
      if (answers) {
        answered++
        if (chance.uniform() < logistic(oddsOf(world, one, topic, question, day) - hardness)) correct++
      }
      if (answers || chance.uniform() < 0.4) one.seen[topic]?.push({ day, question })
    }
    const date = new Date(firstDay + day * dayMs).toISOString().slice(0, 10)
    played.push({ date, topic: `topic-${topic}`, difficulty, answered, correct })
  }
  return played
}

function person({ forgetting }: World, strength: readonly number[], chance: Chance): Person {
  return {
    ability: -0.3 + 0.8 * chance.normal(),
    joinsIn: 0.3 + 0.6 * chance.uniform(),
    forgetting: Math.max(0, forgetting * (1 + 0.3 * chance.normal())),
    knows: strength.map((one) => one + 0.6 * chance.normal()),
    seen: strength.map(() => []),
  }
}

function oddsOf(world: World, one: Person, topic: number, question: number, day: number): number {
  const learned = (one.seen[topic] ?? []).reduce(
    (sum, seen) => sum + (seen.question === question ? 4 : 1) * (1 + day - seen.day) ** -one.forgetting,
    0,
  )
  return one.ability + (one.knows[topic] ?? 0) + world.learning * Math.log1p(learned)
}

/** Topics come back at equal intervals, at random ones, or three times in a row and then not for a long time. */
function nextTopic(order: Crowd['order'], last: number, number: number, topics: number, chance: Chance): number {
  if (order === 'in turns') return number % topics
  return order === 'in blocks' && number % 3 > 0 ? last : Math.floor(chance.uniform() * topics)
}

type Chance = { uniform(): number; normal(): number }

/** Random numbers that are the same for the same seed: Mulberry32 by Tommy Ettinger, and the Box–Muller transform. */
function createChance(seed: number): Chance {
  let state = seed >>> 0
  function uniform(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
  }
}

function logistic(odds: number): number {
  return 1 / (1 + Math.exp(-odds))
}
