import type { Suggestion } from '../store/packs.ts'

/** A suggestion that waits for a decision. `draft` is a drafted rubric as YAML for a pack's folder. */
export type ShownSuggestion = Suggestion & { author: string; draft?: string }

export type SuggestionsView = { waiting: ShownSuggestion[]; taken: ShownSuggestion[] }

export type SuggestionDecision = { id: number; state: 'taken' | 'declined'; note: string }
