import type { TemplateBody } from '../template.ts'
import { BOOK_LOOK, LEARNING_WALK } from './learning.ts'
import { SCR_SPOT_CHECK } from './scr.ts'
import { MONTHLY_WALKAROUND } from './walkaround.ts'

/** Checklists that come with the app; a trust uses them as they are or copies and changes them. */
export const READY_MADE: readonly TemplateBody[] = [
  MONTHLY_WALKAROUND,
  SCR_SPOT_CHECK,
  LEARNING_WALK,
  BOOK_LOOK,
]
