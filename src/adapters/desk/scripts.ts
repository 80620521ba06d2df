import { type Asset, loadAsset } from '../html/asset.ts'

const script = (name: string): Asset => loadAsset(new URL(`./public/${name}.js`, import.meta.url))

/** Keeps the studio's text until it is saved. */
export const unsentScript = script('unsent')
/** Tries a draft while it is typed. The buttons do the same without a script. */
export const studioScript = script('studio')
export const signedOutScript = script('signed-out')

export const deskScripts: readonly Asset[] = [unsentScript, studioScript, signedOutScript]
