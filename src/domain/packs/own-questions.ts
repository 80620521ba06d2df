/** Where a channel's questions come from: those that ship with the program, or one of its workspace's packs by id. */
export type PackChoice = 'built-in' | number

/** The limits for a workspace. */
export const mostPacks = 20
export const mostOwnQuestions = 2000

/** How a workspace's own question is stored: its pack's id before its own. No question of the built-in pack has a slash. */
export function ownQuestionId(packId: number, id: string): string {
  return `${packId}/${id}`
}

export function packOf(questionId: string): PackChoice {
  const slash = questionId.indexOf('/')
  return slash < 0 ? 'built-in' : Number(questionId.slice(0, slash))
}

/** The id as its author wrote it, which is what people read and type. */
export function shortId(questionId: string): string {
  return questionId.slice(questionId.indexOf('/') + 1)
}

const packName = /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u

/** Words that can't be pack names because they mean something else there. */
const taken = ['built-in', 'all', 'none', 'both']

/** In characters. */
export const longestPackName = 40

/** BCP 47, such as `en` or `pt-BR`, in its usual letters; undefined for anything else. */
export function readLanguage(typed: string): string | undefined {
  try {
    const [language = ''] = Intl.getCanonicalLocales(typed.trim())
    return languagePattern.test(language) && language.length <= 35 ? language : undefined
  } catch {
    return undefined
  }
}

export const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** One word of letters and digits with hyphens, lower case, at most 40 characters; undefined for anything else. */
export function readPackName(typed: string): string | undefined {
  const name = typed.trim().normalize('NFC').toLowerCase()
  return packName.test(name) && [...name].length <= longestPackName && !taken.includes(name) ? name : undefined
}
