import type { Ration } from '../adapters/chats/chat-module.ts'
import type { DeskOptions } from '../adapters/desk/options.ts'
import { writeSets } from '../adapters/question-files/index.ts'
import { readLink } from '../adapters/web/link-token.ts'
import { QuizError } from '../domain/errors.ts'
import { readTeamCount } from '../domain/teams/team-plan.ts'
import type { Desk } from '../ports/desk/desk.ts'
import { viewTopics } from '../services/boards/view-topics.ts'
import type { Deps } from '../services/deps.ts'
import { resetBoardLinks, saveSchedule, saveSettings, saveWeekly } from '../services/desk/change-setup.ts'
import { enterDesk, leaveDesk, lookAtLink, openDesk } from '../services/desk/enter-desk.ts'
import { listChanges, undoAtDesk } from '../services/desk/list-changes.ts'
import { listRounds } from '../services/desk/list-rounds.ts'
import { listTeams, renameAnyTeam, unlinkTeam } from '../services/desk/manage-teams.ts'
import { rearrangeComing } from '../services/desk/rearrange-coming.ts'
import { resumeChannel } from '../services/desk/resume-channel.ts'
import { previewQuestion, searchBank, viewComing } from '../services/desk/view-coming.ts'
import { viewFigures, viewWeeks } from '../services/desk/view-figures.ts'
import { viewHome } from '../services/desk/view-home.ts'
import { viewSetup } from '../services/desk/view-setup.ts'
import { discardDraft, removeImport } from '../services/imports/discard-drafts.ts'
import { keepDraft } from '../services/imports/keep-draft.ts'
import { takeImport } from '../services/imports/take-import.ts'
import { viewDraft, viewImport } from '../services/imports/view-imports.ts'
import { changePack, makePack } from '../services/packs/change-pack.ts'
import { decideSuggestion } from '../services/packs/decide-suggestion.ts'
import { openDraft } from '../services/packs/open-draft.ts'
import { packReading } from '../services/packs/pack-reading.ts'
import { publishQuestion } from '../services/packs/publish-question.ts'
import { retireQuestion } from '../services/packs/retire-question.ts'
import { sharePack, unsharePack } from '../services/packs/share-pack.ts'
import { lookAtPack, takePack } from '../services/packs/take-pack.ts'
import { viewPack } from '../services/packs/view-pack.ts'
import { viewSuggestions } from '../services/packs/view-suggestions.ts'
import { ruleOnWords } from '../services/rulings/rule-on-words.ts'
import { sortAnswers, viewSorting } from '../services/rulings/sort-answers.ts'
import { addWay, listTaught, takeWayBack, viewLesson } from '../services/rulings/teach.ts'
import { listDecided, viewRulings } from '../services/rulings/view-rulings.ts'
import { acceptTeams, proposeAgain, proposeTeams } from '../services/teams/balance-teams.ts'
import { rubricText } from './studio/rubric-text.ts'
import type { Studio } from './studio/studio.ts'

export function createDesk(deps: Deps, appSecret: string, studio: Studio): Desk {
  return {
    doors: deskDoors(deps, appSecret),
    home: (visit) => viewHome(deps, visit),
    resume: (visit, channelId) => resumeChannel(deps, visit, channelId),
    coming: (visit, channelId) => viewComing(deps, visit, channelId),
    preview: (visit, channelId, questionId) => previewQuestion(deps, visit, channelId, questionId),
    searchBank: (visit, channelId, search) => searchBank(deps, visit, channelId, search),
    rearrange: (visit, from, how) => rearrangeComing(deps, visit, from, how),
    setup: (visit, channelId) => viewSetup(deps, visit, channelId),
    saveSchedule: (visit, from, form) => saveSchedule(deps, visit, from, form),
    saveSettings: (visit, from, values) => saveSettings(deps, visit, from, values),
    resetBoardLinks: (visit, from) => resetBoardLinks(deps, visit, from),
    saveWeekly: (visit, from, form) => saveWeekly(deps, visit, from, form),
    teams: (visit) => listTeams(deps, visit),
    renameTeam: (visit, rename) => renameAnyTeam(deps, visit, rename),
    unlinkTeam: (visit, teamId) => unlinkTeam(deps, visit, teamId),
    proposeTeams: async (visit, typed) =>
      proposeTeams(deps, visit, typed.trim() === '' ? {} : { count: readTeamCount(typed) }),
    proposeTeamsAgain: (visit, code) => proposeAgain(deps, visit, code),
    acceptTeams: (visit, code) => acceptTeams(deps, visit, code),
    figures: (visit, days) => viewFigures(deps, visit, days),
    topics: ({ workspace }) => viewTopics(deps, workspace),
    weeks: (visit) => viewWeeks(deps, visit),
    rounds: (visit) => listRounds(deps, visit),
    rulings: (visit) => viewRulings(deps, visit),
    decidedRulings: (visit) => listDecided(deps, visit),
    rule: (visit, decision) => ruleOnWords(deps, visit, decision),
    sorting: (visit, answerId) => viewSorting(deps, visit, answerId),
    sort: (visit, sorting) => sortAnswers(deps, visit, sorting),
    teach: (visit, answerId, typed) => viewLesson(deps, visit, answerId, typed),
    addWay: (visit, answerId, typed, seen) => addWay(deps, visit, answerId, typed, seen),
    taught: (visit) => listTaught(deps, visit),
    takeWayBack: (visit, way) => takeWayBack(deps, visit, way),
    ...packDesk(deps, studio),
    ...shareDesk(deps, appSecret),
    changes: (visit, before) => listChanges(deps, visit, before),
    undo: (visit, changeId) => undoAtDesk(deps, visit, changeId),
  }
}

/** Changes at the desk count toward the same limits as messages in chat. */
export function deskRation(ration: Ration): Required<DeskOptions>['ration'] {
  return async ({ workspace, player }, by) => {
    const reason = await ration({ workspace: workspace.ref, player: player.ref, ...by })
    return reason && reasons[reason]
  }
}

const reasons = { 'too-fast': 'tooFast', 'too-much': 'tooMuch', full: 'full' } as const

function deskDoors(deps: Deps, appSecret: string): Desk['doors'] {
  const read = (token: string) => readLink(appSecret, 'desk', token, deps.clock.now())
  return {
    async look(token) {
      const link = read(token)
      return typeof link === 'string' ? link : lookAtLink(deps, link.id)
    },
    async open(token) {
      const link = read(token)
      return typeof link === 'string' ? link : openDesk(deps, link.id)
    },
    enter: (key) => enterDesk(deps, key),
    leave: (visit, where) => leaveDesk(deps, visit, where),
  }
}

type PackDesk =
  | 'studio'
  | 'pack'
  | 'makePack'
  | 'changePack'
  | 'openDraft'
  | 'retire'
  | 'tryDraft'
  | 'publish'
  | 'suggestions'
  | 'decideSuggestion'
type ImportDesk = 'imports' | 'import' | 'importedDraft' | 'takeImport' | 'keepDraft' | 'discardDraft' | 'removeImport'

function packDesk(deps: Deps, studio: Studio): Pick<Desk, PackDesk | ImportDesk> {
  return {
    studio: async ({ workspace }) => ({ packs: await deps.store.packs.list(workspace.id) }),
    pack: (visit, name) => viewPack(deps, visit, name, writeSets),
    makePack: (visit, form) => makePack(deps, visit, form),
    changePack: (visit, name, form) => changePack(deps, visit, name, form, studio.reread),
    openDraft: (visit, own) => openDraft(deps, visit, own, rubricText),
    retire: (visit, own, retired) => retireQuestion(deps, visit, own, retired),
    tryDraft: async ({ workspace }, work) =>
      studio.tryDraft(workspace.id, work, await packReading(deps, workspace.id, work.draft.pack)),
    publish: (visit, work) => publishQuestion(deps, visit, work, studio.tryDraft),
    suggestions: (visit) => viewSuggestions(deps, visit, studio.draft),
    decideSuggestion: (visit, decision) => decideSuggestion(deps, visit, decision),
    imports: ({ workspace }) => deps.store.imports.list(workspace.id),
    import: (visit, id) => viewImport(deps, visit, id),
    importedDraft: (visit, id) => viewDraft(deps, visit, id, rubricText.write),
    takeImport: (visit, file) => takeImport(deps, visit, file),
    keepDraft: (visit, work) => keepDraft(deps, visit, work, studio.tryDraft),
    discardDraft: (visit, id) => discardDraft(deps, visit, id),
    removeImport: (visit, id) => removeImport(deps, visit, id),
  }
}

function shareDesk(deps: Deps, appSecret: string): Pick<Desk, 'share' | 'unshare' | 'offered' | 'takePack'> {
  const read = (token: string) => readLink(appSecret, 'pack', token, deps.clock.now())
  return {
    share: (visit, pack) => sharePack(deps, visit, pack),
    unshare: (visit, of) => unsharePack(deps, visit, of),
    async offered(visit, token) {
      const link = read(token)
      return typeof link === 'string' ? link : lookAtPack(deps, visit, link.id)
    },
    async takePack(visit, token, name) {
      const link = read(token)
      if (typeof link === 'string') throw new QuizError('share-used')
      return takePack(deps, visit, link.id, name)
    },
  }
}
