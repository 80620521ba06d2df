export function packAddress(pack: string, id?: string): string {
  return `/desk/studio/pack/${encodeURIComponent(pack)}${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
}
