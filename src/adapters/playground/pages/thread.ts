import type { Place } from '../../../domain/place.ts'
import type { TranscriptEntry } from '../../../ports/transcript.ts'
import type { Html } from '../../html/html.ts'
import { renderEntry } from './entry.ts'
import type { Rendering } from './render.ts'

/** Renders lines in order, with replies below their messages. A reply whose message is missing is a separate line. */
export function renderEntries(entries: readonly TranscriptEntry[], rendering: () => Rendering, reader: Place): Html[] {
  const said = [...entries].sort((a, b) => a.id - b.id)
  const here = new Set(said.map(({ id }) => id))
  const isTop = ({ under }: TranscriptEntry): boolean => under === undefined || !here.has(under)
  return said.filter(isTop).map((entry) =>
    renderEntry(
      entry,
      rendering(),
      reader,
      said.filter(({ under }) => under === entry.id).map((below) => renderEntry(below, rendering(), reader)),
    ),
  )
}
