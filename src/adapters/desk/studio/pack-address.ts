/** Returns the address of a pack, or of one of its questions in the studio. */
export function packAddress(pack: string, id?: string): string {
  return `/desk/studio/pack/${encodeURIComponent(pack)}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
}
