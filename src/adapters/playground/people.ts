import { playground } from '../../messages/playground.ts'
import { type Html, html } from '../html/html.ts'
import { avatar } from './entry.ts'
import type { Visitor } from './player-cookie.ts'

const mostShown = 12

/** Who is here, the reader first. */
export function peopleList(people: readonly Visitor[], reader: Visitor): Html[] {
  const others = people.filter(({ ref }) => ref !== reader.ref).slice(0, mostShown - 1)
  return [reader, ...others].map(
    (person) =>
      html`<li>${avatar(person)}<bdi>${person.name}</bdi>${person === reader && html` <span>${playground.nav.you}</span>`}</li>`,
  )
}
