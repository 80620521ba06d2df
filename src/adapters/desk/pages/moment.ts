import { type Html, html } from '../../html/html.ts'

/** Renders a time in a zone for people, with the exact time for programs. */
export function moment(at: Date, zone: string): Html {
  const words = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone: zone,
  }).format(at)
  return html`<time datetime="${at.toISOString()}">${words}</time>`
}
