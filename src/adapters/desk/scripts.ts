import { type Asset, loadAsset } from '../html/asset.ts'

const script = (name: string): Asset => loadAsset(new URL(`./public/${name}.js`, import.meta.url))

export const unsentScript = script('unsent')
export const studioScript = script('studio')
export const signedOutScript = script('signed-out')
export const otherFormsScript = script('other-forms')

export const deskScripts: readonly Asset[] = [unsentScript, studioScript, signedOutScript, otherFormsScript]
