/** The one row that a change of an existing row gives back. Throws where there is no such row: the caller held a stale id. */
export function only<Row>(rows: Row[], noun: string, id: number): Row {
  const [row] = rows
  if (row === undefined) throw new Error(`no ${noun} ${id}`)
  return row
}
