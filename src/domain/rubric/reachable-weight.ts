type Earning = { weight: number; group?: string | undefined; exclusive?: string | undefined }

/** The weight that these points earn together. In a group, only the heaviest `most` count. */
export function earnedWeight(points: readonly Earning[], groups: ReadonlyMap<string, number>): number {
  let earned = 0
  const grouped = new Map<string, number[]>()
  for (const { group, weight } of points) {
    if (group === undefined) earned += weight
    else grouped.set(group, [...(grouped.get(group) ?? []), weight])
  }
  for (const [group, weights] of grouped) {
    const heaviest = weights.sort((a, b) => b - a).slice(0, groups.get(group) ?? weights.length)
    for (const weight of heaviest) earned += weight
  }
  return earned
}

/** The highest weight that any answer can earn, given exclusive points and groups. */
export function reachableWeight(points: readonly Earning[], groups: ReadonlyMap<string, number>): number {
  const heaviest = new Map<string, Earning>()
  for (const point of points) {
    if (point.exclusive === undefined) continue
    const known = heaviest.get(point.exclusive)
    if (known === undefined || point.weight > known.weight) heaviest.set(point.exclusive, point)
  }
  const together = points.filter((point) => point.exclusive === undefined || heaviest.get(point.exclusive) === point)
  return earnedWeight(together, groups)
}
