import { holdsKind } from '../../domain/access/documents-of.ts'
import { mayKeepPapers } from '../../domain/access/assessment.ts'
import type { Feature } from '../feature.ts'

const sitting = '/qla/$urn/$year/$sitting'

export default {
  id: 'qla',
  nav: [
    {
      label: 'Question analysis',
      to: '/qla',
      icon: 'chart',
      order: 35,
      who: (me) =>
        holdsKind(me, ['qla-counts']) || mayKeepPapers(me) || (me.teaching ?? []).length > 0,
    },
  ],
  routes: [
    { path: '/qla', screen: { load: () => import('./sittings/sittings-screen.tsx') } },
    { path: '/qla/start', screen: { load: () => import('./sittings/start-screen.tsx') } },
    { path: '/qla/papers', screen: { load: () => import('./papers/papers-screen.tsx') } },
    { path: '/qla/papers/one/$paper', screen: { load: () => import('./papers/paper-screen.tsx') } },
    {
      path: '/qla/papers/one/$paper/bring-in',
      screen: { load: () => import('./papers/bring-items-screen.tsx') },
    },
    { path: '/qla/settings', screen: { load: () => import('./settings/settings-screen.tsx') } },
    {
      path: '/qla/papers/one/$paper/compare',
      screen: { load: () => import('./papers/compare-screen.tsx') },
    },
    { path: '/qla/classes', screen: { load: () => import('./classes/classes-screen.tsx') } },
    {
      path: '/qla/classes/$urn/bring-in',
      screen: { load: () => import('./classes/bring-class-screen.tsx') },
    },
    {
      path: '/qla/classes/$urn/$class',
      screen: { load: () => import('./classes/class-screen.tsx') },
    },
    { path: sitting, screen: { load: () => import('./sittings/sitting-screen.tsx') } },
    { path: `${sitting}/enter`, screen: { load: () => import('./enter/enter-screen.tsx') } },
    {
      path: `${sitting}/bring-in`,
      screen: { load: () => import('./bring/bring-marks-screen.tsx') },
    },
    { path: `${sitting}/picture`, screen: { load: () => import('./picture/picture-screen.tsx') } },
    { path: `${sitting}/decide`, screen: { load: () => import('./decide/decide-screen.tsx') } },
    { path: `${sitting}/decide/$area`, screen: { load: () => import('./decide/area-screen.tsx') } },
    { path: `${sitting}/retest`, screen: { load: () => import('./decide/retest-screen.tsx') } },
    {
      path: `${sitting}/retest/bring-in`,
      screen: { load: () => import('./bring/bring-retest-screen.tsx') },
    },
    { path: `${sitting}/grades`, screen: { load: () => import('./grades/grades-screen.tsx') } },
    { path: '/qla/trust', screen: { load: () => import('./trust/trust-screen.tsx') } },
    { path: '/qla/below-target', screen: { load: () => import('./below/below-screen.tsx') } },
    { path: '/qla/moderation', screen: { load: () => import('./moderation/rounds-screen.tsx') } },
    {
      path: '/qla/moderation/$urn/$year/$round',
      screen: { load: () => import('./moderation/round-screen.tsx') },
    },
  ],
} satisfies Feature
