import { type Asset, loadAsset } from '../html/asset.ts'

const script = (name: string): Asset => loadAsset(new URL(`./public/${name}.js`, import.meta.url))

/** Keeps what was typed in the studio until a page says that it was taken. */
export const unsentScript = script('unsent')
/** Tries what is typed while it is typed; without it the buttons do the same. */
export const studioScript = script('studio')
export const signedOutScript = script('signed-out')

export const deskScripts: readonly Asset[] = [unsentScript, studioScript, signedOutScript]
