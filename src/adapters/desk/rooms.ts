import { coming } from '../../messages/desk/coming.ts'
import { figures } from '../../messages/desk/figures.ts'
import { home } from '../../messages/desk/home.ts'
import { imports } from '../../messages/desk/imports.ts'
import { rulings } from '../../messages/desk/rulings.ts'
import { setup } from '../../messages/desk/setup.ts'
import { studio } from '../../messages/desk/studio.ts'
import { suggestions } from '../../messages/desk/suggestions.ts'
import { teams } from '../../messages/desk/teams.ts'
import { desk } from '../../messages/desk/words.ts'
import { changesPage, undoAction } from './pages/changes-page.ts'
import { comingPage, rearrangeAction } from './pages/coming-page.ts'
import { figuresCsv, figuresPage } from './pages/figures-page.ts'
import { homePage, resumeAction } from './pages/home-page.ts'
import {
  discardDraftAction,
  draftPage,
  importPage,
  importsPage,
  removeImportAction,
  takeImportAction,
} from './pages/imports-page.ts'
import { previewPage } from './pages/preview-page.ts'
import { decideAction, decidedPage, rulingsPage } from './pages/rulings-page.ts'
import { setupActions, setupPage } from './pages/setup-page.ts'
import { sortAction, sortingPage } from './pages/sorting-page.ts'
import { decideSuggestionAction, suggestionsPage } from './pages/suggestions-page.ts'
import { takeBackAction, taughtPage, teachAction, teachPage } from './pages/teach-page.ts'
import { balanceAction, teamAction, teamsPage } from './pages/teams-page.ts'
import { roundsCsv } from './pages/topics-table.ts'
import type { Room } from './room.ts'
import { packPage, readingAction, retireAction } from './studio/pack-page.ts'
import { offeredPage, shareAction, takePackAction } from './studio/share-pages.ts'
import { editPage, makePackAction, studioAction, studioPage, tryReply } from './studio/studio-page.ts'

export const rooms: readonly Room[] = [
  { path: '/desk', name: home.title, pages: [homePage], actions: [resumeAction] },
  { path: '/desk/coming', name: coming.title, pages: [comingPage, previewPage], actions: [rearrangeAction] },
  {
    path: '/desk/rulings',
    name: rulings.title,
    pages: [rulingsPage, decidedPage, sortingPage, teachPage, taughtPage],
    actions: [decideAction, sortAction, teachAction, takeBackAction],
  },
  {
    path: '/desk/studio',
    name: studio.title,
    pages: [studioPage, packPage, editPage, offeredPage],
    actions: [studioAction, makePackAction, retireAction, readingAction, shareAction, takePackAction],
    replies: [tryReply],
  },
  {
    path: '/desk/imports',
    name: imports.title,
    pages: [importsPage, importPage, draftPage],
    actions: [takeImportAction, removeImportAction, discardDraftAction],
  },
  { path: '/desk/suggestions', name: suggestions.title, pages: [suggestionsPage], actions: [decideSuggestionAction] },
  { path: '/desk/setup', name: setup.title, pages: [setupPage], actions: setupActions },
  { path: '/desk/teams', name: teams.title, pages: [teamsPage], actions: [teamAction, balanceAction] },
  { path: '/desk/figures', name: figures.title, pages: [figuresPage], actions: [], downloads: [figuresCsv, roundsCsv] },
  { path: '/desk/changes', name: desk.changes.title, pages: [changesPage], actions: [undoAction] },
]
