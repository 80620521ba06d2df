/** Splits a path such as `points[1].says[0]`, as used in a rubric's errors, into keys. */
export function rubricPath(path: string): (string | number)[] {
  return [...path.matchAll(/[^.[\]]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key))
}
