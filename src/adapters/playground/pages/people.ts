import { playground } from '../../../messages/site/playground.ts'
import { type Html, html } from '../../html/html.ts'
import type { Guest } from '../visitor-cookie.ts'
import { avatar } from './entry.ts'

const mostShown = 12

export function peopleList(people: readonly Guest[], reader: Guest): Html[] {
  const others = people.filter(({ ref }) => ref !== reader.ref).slice(0, mostShown - 1)
  return [reader, ...others].map(
    (person) =>
      html`<li>${avatar(person)}<bdi>${person.name}</bdi>${person === reader && html` <span>${playground.nav.you}</span>`}</li>`,
  )
}
