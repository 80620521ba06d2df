/** Returns the row of an update or select by id. Throws if there is none, because the caller's id is stale. */
export function requireRow<Row>(rows: Row[], noun: string, id: number): Row {
  const [row] = rows
  if (row === undefined) throw new Error(`there is no ${noun} ${id}`)
  return row
}
