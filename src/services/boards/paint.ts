import type { Deps } from '../deps.ts'

export type Picture = { png: Uint8Array; alt: string }

/** The text says everything that the picture does, so a picture that can't be drawn is just left out. */
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
