import { pressGoal, submitGoal } from '../habits/goal.ts'
import { submitImport } from '../packs/import.ts'
import { submitSuggestion } from '../packs/suggest.ts'
import { pressArchive, pressPast, pressPracticePast } from '../past/archive.ts'
import type { Press, Submit } from './action.ts'
import { pressAnswer, pressHint, submitAnswerForm } from './answer.ts'
import { pressCloseNow, pressPostNow, pressWeeklyNow } from './control.ts'
import { pressDecision, pressDispute, pressWithdrawDispute, submitDecision, submitDispute } from './dispute.ts'
import { pressPractice, pressPracticeNext, submitPractice } from './practice.ts'
import { pressForget } from './privacy.ts'
import { pressRecall } from './recall.ts'
import { pressPauseWeek, pressRemindOff, pressRemindOn, submitZone } from './reminder.ts'
import { pressPostCheck, pressSetUp, submitSetUp } from './set-up.ts'
import { pressMoreSettings, pressSettings, submitSettings } from './settings.ts'
import { pressShare } from './share.ts'
import {
  pressAcceptTeams,
  pressBalance,
  pressChooseTeam,
  pressJoinTeam,
  pressKeepTeams,
  pressNewTeam,
  submitNewTeam,
} from './team.ts'
import { pressUndo } from './undo.ts'

/** The handlers of buttons, by the word of their action. */
export const presses: Readonly<Record<string, Press>> = {
  answer: pressAnswer,
  hint: pressHint,
  dispute: pressDispute,
  'dispute-withdraw': pressWithdrawDispute,
  'dispute-accept': pressDecision('accept'),
  'dispute-reject': pressDecision('reject'),
  practice: pressPractice,
  'practice-next': pressPracticeNext,
  archive: pressArchive,
  past: pressPast,
  'practice-past': pressPracticePast,
  knew: pressRecall(true),
  'new-to-me': pressRecall(false),
  'privacy-forget': pressForget,
  'set-up': pressSetUp,
  'post-check': pressPostCheck,
  settings: pressSettings,
  'settings-more': pressMoreSettings,
  'post-now': pressPostNow,
  'close-now': pressCloseNow,
  'weekly-now': pressWeeklyNow,
  share: pressShare,
  'remind-on': pressRemindOn,
  'remind-off': pressRemindOff,
  'pause-week': pressPauseWeek,
  goal: pressGoal,
  'team-choose': pressChooseTeam,
  'team-join': pressJoinTeam,
  'team-new': pressNewTeam,
  'team-balance': pressBalance,
  'team-accept': pressAcceptTeams,
  'team-keep': pressKeepTeams,
  undo: pressUndo,
}

/** The handlers of submitted forms, by the word of their action. */
export const submits: Readonly<Record<string, Submit>> = {
  answer: submitAnswerForm,
  practice: submitPractice,
  'set-up': submitSetUp,
  settings: submitSettings,
  dispute: submitDispute,
  'dispute-accept': submitDecision('accept'),
  'dispute-reject': submitDecision('reject'),
  'team-new': submitNewTeam,
  suggest: submitSuggestion,
  import: submitImport,
  'remind-zone': submitZone,
  goal: submitGoal,
}
