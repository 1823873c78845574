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
      who: (me) => holdsKind(me, ['classes', 'qla-counts']) || mayKeepPapers(me),
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
  ],
} satisfies Feature
