import { type Html, html } from '../../html/html.ts'

/** A moment as people of a zone read it, with the exact one for programs. */
export function moment(at: Date, zone: string): Html {
  const words = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at)
  return html`<time datetime="${at.toISOString()}">${words}</time>`
}
