/** The one row that an update of an existing row returns. Throws if there is no such row: the caller had a stale id. */
export function only<Row>(rows: Row[], noun: string, id: number): Row {
  const [row] = rows
  if (row === undefined) throw new Error(`there is no ${noun} ${id}`)
  return row
}
