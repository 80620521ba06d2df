import type { FastifyReply } from 'fastify'
import { pages } from '../../messages/site/pages.ts'
import { type Asset, loadAsset } from './asset.ts'
import { type Html, html } from './html.ts'

const base = loadAsset(new URL('./public/base.css', import.meta.url))
const icon = loadAsset(new URL('./public/icon.svg', import.meta.url))
const favicon = loadAsset(new URL('./public/favicon.png', import.meta.url))
const touchIcon = loadAsset(new URL('./public/touch-icon.png', import.meta.url))

const siteName = pages.product

/** Files that every page uses. They have to be served together with the pages. */
export const pageAssets: readonly Asset[] = [base, icon, favicon, touchIcon]

export const previewIcon = touchIcon

/** Icons that browsers request without a link. */
export const rootIcons: readonly { path: string; asset: Asset }[] = [
  { path: '/favicon.ico', asset: favicon },
  { path: '/apple-touch-icon.png', asset: touchIcon },
]

/** The product's icon. Its name is next to it, so it needs no alternative text. */
export const brandMark: Html = html`<img class="brand-mark" src="${icon.path}" alt="" width="32" height="32">`

export type Page = {
  title: string
  description: string
  styles: readonly Asset[]
  scripts: readonly Asset[]
  body: Html
  picture?: string | undefined
  head?: Html | undefined
}

/** Renders a whole document. Scripts are modules, so they run after the page is parsed. */
export function page({ title, description, styles, scripts, body, picture, head }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="theme-color" content="#2a1a4d">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${siteName}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${
  picture !== undefined &&
  html`<meta property="og:image" content="${picture}">\n<meta name="twitter:card" content="summary_large_image">\n`
}<link rel="icon" href="${icon.path}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${touchIcon.path}">
${head}${[base, ...styles].map((style) => html`<link rel="stylesheet" href="${style.path}">\n`)}${scripts.map(
  (script) => html`<script type="module" src="${script.path}"></script>\n`,
)}</head>
${body}
</html>
`
}

/** Sends a page that only this browser may cache, because most pages differ by person or by minute. */
export function sendPage(reply: FastifyReply, status: number, document: Html): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(document.toString())
}
