import type { TemplateBody } from '../template.ts'
import { BOOK_LOOK, LEARNING_WALK } from './learning.ts'
import { CLASSROOM, FIRE_AND_PREMISES_LOGS } from './premises.ts'
import { PUPIL_BOOK_STUDY, PUPIL_VOICE } from './pupils.ts'
import { SCR_SPOT_CHECK } from './scr.ts'
import { BACKBONE_SELF_CHECK, SPINE_SELF_CHECK } from './self-checks.ts'
import { ATTENDANCE_VISIT, INTERNAL_CONTROL } from './visits.ts'
import { MONTHLY_WALKAROUND } from './walkaround.ts'

/** Checklists that come with the app; a trust uses them as they are or copies and changes them. */
export const READY_MADE: readonly TemplateBody[] = [
  MONTHLY_WALKAROUND,
  CLASSROOM,
  FIRE_AND_PREMISES_LOGS,
  SCR_SPOT_CHECK,
  LEARNING_WALK,
  BOOK_LOOK,
  PUPIL_VOICE,
  PUPIL_BOOK_STUDY,
  ATTENDANCE_VISIT,
  INTERNAL_CONTROL,
  SPINE_SELF_CHECK,
  BACKBONE_SELF_CHECK,
]
