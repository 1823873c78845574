import { holdsKind } from '../../domain/access/documents-of.ts'
import type { Feature } from '../feature.ts'

export default {
  id: 'schedule',
  nav: [
    {
      label: 'Visits',
      to: '/visits',
      icon: 'calendar',
      order: 60,
      who: (me) => holdsKind(me, ['school']) || (me.reps ?? []).length > 0,
    },
  ],
  routes: [
    { path: '/visits', screen: { load: () => import('./visits-screen.tsx') } },
    { path: '/visits/one/$visit', screen: { load: () => import('./visit-screen.tsx') } },
    { path: '/visits/again', screen: { load: () => import('./rules-screen.tsx') } },
    { path: '/visits/calendar', screen: { load: () => import('./calendar-screen.tsx') } },
    { path: '/visits/schools', screen: { load: () => import('./schools-screen.tsx') } },
  ],
} satisfies Feature
