/** Reads a row id from an address or a form. Returns 0, which no row has, for anything else. */
export function idIn(typed: string | undefined): number {
  return typed !== undefined && /^\d{1,15}$/.test(typed) ? Number(typed) : 0
}
