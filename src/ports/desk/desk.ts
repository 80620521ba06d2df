import type { WeekShare } from '../../domain/desk/week-shares.ts'
import type { TopicFigures } from '../../domain/memory/topic-figures.ts'
import type { TeamPlan } from '../../domain/teams/team-plan.ts'
import type { Import } from '../imports/imports.ts'
import type { Change } from '../store/changes.ts'
import type { DeskSession } from '../store/desk-sessions.ts'
import type { Player } from '../store/players.ts'
import type { Workspace } from '../store/workspaces.ts'
import type { BankSearch, ComingView, FoundQuestions, QuestionPreview, Rearrange } from './coming.ts'
import type { FigureSpan, PlayedRound, QuestionFigures } from './figures.ts'
import type { HomeView } from './home.ts'
import type { DraftView, FileToTake, ImportView } from './imports.ts'
import type { Decided, DecidedWording, Decision, RulingsView, Sorting, SortingView } from './rulings.ts'
import type { From, ScheduleForm, SetupField, SetupView, WeeklyForm } from './setup.ts'
import type { OfferedPack, ShareClosed } from './sharing.ts'
import type { Draft, OwnId, PackForm, PackView, StudioView, Tried, Work } from './studio.ts'
import type { SuggestionDecision, SuggestionsView } from './suggestions.ts'
import type { Taught, TeachView, WayForm, WayOf } from './teaching.ts'
import type { DeskTeam } from './teams.ts'

/** A signed-in admin at the desk. Every method below is limited to the visit's workspace. */
export type Visit = { session: DeskSession; workspace: Workspace; player: Player }

/**
 * The result of checking a session key. If `certain` is false, the platform couldn't confirm that the person is still
 * an admin, so they may read but not change anything.
 */
export type Entry =
  | { kind: 'in'; visit: Visit; certain: boolean }
  | { kind: 'out'; why: 'signed-out' | 'no-admin'; workspaceName?: string }

export type LinkState = 'opens' | 'used' | 'expired' | 'unknown'

/** Signs people in and out. The cookie contains a key; only the hash of the key is stored. */
export type DeskDoors = {
  /** Whether a link still opens the desk. The check doesn't use the link up. */
  look(token: string): Promise<LinkState>
  open(token: string): Promise<{ key: string } | Exclude<LinkState, 'opens'>>
  enter(key: string): Promise<Entry>
  leave(visit: Visit, where: 'here' | 'everywhere'): Promise<void>
}

export type ShownChange = Change & { canUndo: boolean }

export type Desk = {
  doors: DeskDoors
  home(visit: Visit): Promise<HomeView>
  resume(visit: Visit, channelId: number): Promise<void>
  coming(visit: Visit, channelId: number): Promise<ComingView | undefined>
  /** Returns undefined if the channel can't ask that question. */
  preview(visit: Visit, channelId: number, questionId: string): Promise<QuestionPreview | undefined>
  searchBank(visit: Visit, channelId: number, search: BankSearch): Promise<FoundQuestions>
  /** Throws a `QuizError`. */
  rearrange(visit: Visit, from: From, how: Rearrange): Promise<void>
  setup(visit: Visit, channelId: number): Promise<SetupView | undefined>
  /** The save methods throw a `QuizError`. */
  saveSchedule(visit: Visit, from: From, form: ScheduleForm | 'off'): Promise<void>
  saveSettings(visit: Visit, from: From, values: Partial<Record<SetupField, string>>): Promise<void>
  resetBoardLinks(visit: Visit, from: From): Promise<void>
  saveWeekly(visit: Visit, from: From, form: WeeklyForm | 'off'): Promise<void>
  teams(visit: Visit): Promise<DeskTeam[]>
  renameTeam(visit: Visit, rename: { teamId: number; was: string; name: string }): Promise<void>
  unlinkTeam(visit: Visit, teamId: number): Promise<void>
  /** Proposes evenly matched teams; `typed` is the number of teams as typed. All three methods throw a `QuizError`. */
  proposeTeams(visit: Visit, typed: string): Promise<TeamPlan>
  proposeTeamsAgain(visit: Visit, code: number): Promise<TeamPlan>
  acceptTeams(visit: Visit, code: number): Promise<{ done: TeamPlan } | { fresh: TeamPlan }>
  figures(visit: Visit, days: FigureSpan): Promise<QuestionFigures[]>
  topics(visit: Visit): Promise<TopicFigures[]>
  /** The last twelve weeks, oldest first. */
  weeks(visit: Visit): Promise<WeekShare[]>
  rounds(visit: Visit): Promise<PlayedRound[]>
  rulings(visit: Visit): Promise<RulingsView>
  decidedRulings(visit: Visit): Promise<DecidedWording[]>
  /** Throws a `QuizError`. */
  rule(visit: Visit, decision: Decision): Promise<Decided>
  /** The answers to the same question as this one. Returns undefined if the workspace has no such answer. */
  sorting(visit: Visit, answerId: number): Promise<SortingView | undefined>
  /** Throws a `QuizError`. */
  sort(visit: Visit, sorting: Sorting): Promise<Decided>
  /**
   * What an added wording for an idea would change. Without `typed`, a wording is proposed. Returns undefined if the
   * workspace has no such answer.
   */
  teach(visit: Visit, answerId: number, typed?: WayForm): Promise<TeachView | undefined>
  /** Throws `changed-meanwhile` and `way-refused`. */
  addWay(visit: Visit, answerId: number, typed: WayForm, seen: number): Promise<void>
  taught(visit: Visit): Promise<Taught[]>
  /** Throws `changed-meanwhile`. */
  takeWayBack(visit: Visit, way: WayOf): Promise<void>
  studio(visit: Visit): Promise<StudioView>
  /** Returns undefined if the workspace has no such pack or question. */
  pack(visit: Visit, name: string): Promise<PackView | undefined>
  openDraft(visit: Visit, own: OwnId): Promise<Draft | undefined>
  /** Throws a `QuizError`. */
  retire(visit: Visit, own: OwnId, retired: boolean): Promise<void>
  /** Returns the name of the new pack. Both methods throw a `QuizError`. */
  makePack(visit: Visit, form: Omit<PackForm, 'sets'> & { name: string }): Promise<string>
  changePack(visit: Visit, pack: string, form: PackForm): Promise<void>
  /**
   * `share` creates a link with which another workspace can copy the pack; `unshare` revokes it. Both throw a
   * `QuizError`.
   */
  share(visit: Visit, pack: string): Promise<void>
  unshare(visit: Visit, of: { pack: string; share: number }): Promise<void>
  offered(visit: Visit, token: string): Promise<OfferedPack | ShareClosed>
  /** Returns the name of the copy. Throws a `QuizError`. */
  takePack(visit: Visit, token: string, name: string): Promise<string>
  /** Stores nothing. Throws a `QuizError` if grading takes too long. */
  tryDraft(visit: Visit, work: Work): Promise<Tried>
  /** Throws `question-not-ready`, `question-changed`, or an error from saving the pack. */
  publish(visit: Visit, work: Work): Promise<void>
  suggestions(visit: Visit): Promise<SuggestionsView>
  /** Throws `suggestion-decided`. */
  decideSuggestion(visit: Visit, decision: SuggestionDecision): Promise<void>
  /** Newest first. */
  imports(visit: Visit): Promise<Import[]>
  import(visit: Visit, id: number): Promise<ImportView | undefined>
  importedDraft(visit: Visit, id: number): Promise<DraftView | undefined>
  /** Returns the id of the import. All of these throw a `QuizError`. */
  takeImport(visit: Visit, file: FileToTake): Promise<number>
  /** Returns the id of the draft that it replaced. */
  keepDraft(visit: Visit, work: Work): Promise<number>
  discardDraft(visit: Visit, id: number): Promise<void>
  removeImport(visit: Visit, id: number): Promise<void>
  /** Newest first. */
  changes(visit: Visit, before: number | undefined): Promise<{ changes: ShownChange[]; more: boolean }>
  /** Undoes a change of the last ten minutes. Throws `undo-late`, `undo-newer` or `undo-unknown`. */
  undo(visit: Visit, changeId: number): Promise<void>
}
