import { z } from 'zod'
import type { IsoDate, Urn } from './ids.ts'

/** Roles of a trust and its schools (domain notes B1). */
export const ROLES = [
  'Head',
  'HoS',
  'EHT',
  'CEO',
  'CFO',
  'COO',
  'Central AHT',
  'Compliance Manager',
  'Mentor',
  'SIP',
  'DSL',
  'Trust DSL',
  'SENDCO',
  'TIL',
  'LSB Chair',
  'E&S Chair',
  'F&R Rep',
  'Trustee',
  'Teacher',
  'TA',
  'Site',
  'Subject lead',
  'AP Achievement',
  'APF',
  'Governance Professional',
] as const

export type Role = (typeof ROLES)[number]

/** Roles that are always held at one school. */
export const SCHOOL_ROLES: readonly Role[] = [
  'Head',
  'HoS',
  'DSL',
  'SENDCO',
  'LSB Chair',
  'Teacher',
  'TA',
  'Site',
  'Subject lead',
  'AP Achievement',
]

/** Roles that are always held for the whole trust; the others may be held at either. */
export const TRUST_ROLES: readonly Role[] = [
  'CEO',
  'CFO',
  'COO',
  'Central AHT',
  'Compliance Manager',
  'Trust DSL',
  'E&S Chair',
  'F&R Rep',
  'Trustee',
]

export const roleAssignmentSchema = z.object({
  role: z.enum(ROLES),
  /** A school's URN, or null for the whole trust. */
  urn: z.string().nullable(),
  from: z.string(),
  /** Last day held, or null while it is held. */
  to: z.string().nullable(),
})

export type RoleAssignment = z.infer<typeof roleAssignmentSchema>

/** Whether a role is held on a day: first and last day count. */
export const heldOn = (assignment: RoleAssignment, day: IsoDate): boolean =>
  assignment.from <= day && (assignment.to === null || day <= assignment.to)

/** Roles held on a day for the trust or at one school. */
export const rolesAt = (
  assignments: readonly RoleAssignment[],
  day: IsoDate,
  school: Urn | null,
): Role[] => assignments.filter((a) => heldOn(a, day) && a.urn === school).map((a) => a.role)
