import type { FastifyReply } from 'fastify'
import { type Asset, loadAsset } from './asset.ts'
import { type Html, html } from './html.ts'

const base = loadAsset(new URL('./public/base.css', import.meta.url))
const icon = loadAsset(new URL('./public/icon.svg', import.meta.url))

/** What every page of this server uses; whoever serves pages serves these too. */
export const pageAssets: readonly Asset[] = [base, icon]

/** The sign of the product; its name stands beside it, so it needs none of its own. */
export const brandMark: Html = html`<img class="brand-mark" src="${icon.path}" alt="" width="32" height="32">`

export type Page = {
  title: string
  description: string
  styles: readonly Asset[]
  scripts: readonly Asset[]
  body: Html
}

/** A whole document. Scripts are modules, so they run once the page is read. */
export function page({ title, description, styles, scripts, body }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<link rel="icon" href="${icon.path}" type="image/svg+xml">
${[base, ...styles].map((style) => html`<link rel="stylesheet" href="${style.path}">\n`)}${scripts.map(
  (script) => html`<script type="module" src="${script.path}"></script>\n`,
)}</head>
${body}
</html>
`
}

/** Sends a page that nobody but this browser may keep: most of ours differ from person to person or minute to minute. */
export function sendPage(reply: FastifyReply, status: number, document: Html): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(document.toString())
}
