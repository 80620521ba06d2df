import { pages } from '../../messages/site/pages.ts'
import { type Asset, loadAsset } from '../html/asset.ts'
import { type Html, html } from '../html/html.ts'
import { legalLinksHtml } from '../html/legal-links.ts'
import { brandMark, page } from '../html/page.ts'

export const siteStyles: readonly Asset[] = ['site', 'board', 'progress'].map((name) =>
  loadAsset(new URL(`./public/${name}.css`, import.meta.url)),
)

export function sitePage(
  title: string,
  content: Html,
  description: string = pages.front.description,
  picture?: string,
): Html {
  return page({
    title,
    description,
    picture,
    styles: siteStyles,
    scripts: [],
    body: html`<body class="site">
<a class="skip" href="#content">${pages.skip}</a>
<header class="site-head"><a class="brand" href="/">${brandMark}${pages.product}</a></header>
<main id="content">
${content}
</main>
<footer class="site-foot">${legalLinksHtml()}</footer>
</body>`,
  })
}
