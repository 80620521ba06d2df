import type { Deps } from '../deps.ts'

export type Picture = { png: Uint8Array; alt: string }

/** Returns the picture, or nothing if it can't be drawn: the text contains the same information. */
export async function paint(
  { painter, log }: Pick<Deps, 'painter' | 'log'>,
  { svg, alt }: { svg: string; alt: string },
): Promise<Picture | undefined> {
  try {
    return { png: await painter.png(svg), alt }
  } catch (error) {
    log.error({ err: error }, 'the picture of a board could not be drawn')
    return undefined
  }
}
