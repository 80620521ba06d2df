/** `points[1].says[0]`, as a rubric's errors name a place, as the keys that lead there. */
export function rubricPath(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key))
}
