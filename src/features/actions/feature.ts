import { holdsKind } from '../../domain/access/documents-of.ts'
import type { Feature } from '../feature.ts'

export default {
  id: 'actions',
  nav: [
    {
      label: 'Actions',
      to: '/actions',
      icon: 'list',
      order: 30,
      // Mentors read no school's list: what arises from their plans is theirs to follow.
      who: (me) => holdsKind(me, ['school']) || (me.reps ?? []).length > 0,
    },
  ],
  today: { load: () => import('./today-actions.tsx') },
  routes: [
    { path: '/actions', screen: { load: () => import('./list-screen.tsx') } },
    { path: '/actions/calendar', screen: { load: () => import('./calendar-screen.tsx') } },
    { path: '/actions/add', screen: { load: () => import('./add-screen.tsx') } },
    { path: '/actions/schools', screen: { load: () => import('./assurance-screen.tsx') } },
    { path: '/actions/email', screen: { load: () => import('./email-screen.tsx') } },
    { path: '/actions/of/$place/$action', screen: { load: () => import('./action-screen.tsx') } },
  ],
} satisfies Feature
