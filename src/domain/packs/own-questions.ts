/** Where a channel's questions come from: the built-in pack, or one of its workspace's packs by id. */
export type PackChoice = 'built-in' | number

export const mostPacks = 20
export const mostOwnQuestions = 2000

/**
 * The id under which a workspace's own question is stored: the pack's id and the question's id. Only these ids contain
 * a slash.
 */
export function ownQuestionId(packId: number, id: string): string {
  return `${packId}/${id}`
}

export function packOf(questionId: string): PackChoice {
  const slash = questionId.indexOf('/')
  return slash < 0 ? 'built-in' : Number(questionId.slice(0, slash))
}

/** The id that the author wrote, which people read and type. */
export function shortId(questionId: string): string {
  return questionId.slice(questionId.indexOf('/') + 1)
}

const packName = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u

/** These words have another meaning in settings, so they can't be pack names. */
export const takenPackNames: readonly string[] = ['built-in', 'all', 'none', 'both']

/** In characters. */
export const longestPackName = 40

/** Normalizes a BCP 47 tag, such as `en` or `pt-BR`; undefined if it is invalid. */
export function readLanguage(typed: string): string | undefined {
  try {
    const [language = ''] = Intl.getCanonicalLocales(typed.trim())
    return languagePattern.test(language) && language.length <= 35 ? language : undefined
  } catch {
    return undefined
  }
}

export const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Accepts one lowercase word of letters, digits and hyphens with at most 40 characters; undefined otherwise. */
export function readPackName(typed: string): string | undefined {
  const name = typed.trim().normalize('NFC').toLowerCase()
  return packName.test(name) && [...name].length <= longestPackName && !takenPackNames.includes(name) ? name : undefined
}
