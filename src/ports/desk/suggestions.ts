import type { Suggestion } from '../store/packs.ts'

/** A waiting suggestion with a draft of how it would be graded, as YAML for a pack's folder. */
export type ShownSuggestion = Suggestion & { author: string; draft?: string }

export type SuggestionsView = { waiting: ShownSuggestion[]; taken: ShownSuggestion[] }

export type SuggestionDecision = { id: number; state: 'taken' | 'declined'; note: string }
