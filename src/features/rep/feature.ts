import { leadsReps } from '../../domain/access/reps.ts'
import type { Feature } from '../feature.ts'

const visit = '/reps/$rep/visits/$visit'

export default {
  id: 'rep',
  today: { load: () => import('./today.tsx') },
  nav: [
    {
      label: 'REPs',
      to: '/reps',
      icon: 'flag',
      order: 20,
      who: (me) =>
        (me.reps ?? []).length > 0 ||
        (me.schools ?? []).some((urn) => leadsReps(me, { urn, kind: 'finance' })),
    },
  ],
  routes: [
    { path: '/reps', screen: { load: () => import('./list/reps-screen.tsx') } },
    { path: '/reps/new', screen: { load: () => import('./begin/begin-screen.tsx') } },
    { path: '/reps/$rep', screen: { load: () => import('./overview/rep-screen.tsx') } },
    { path: '/reps/$rep/write', screen: { load: () => import('./write/write-screen.tsx') } },
    { path: '/reps/$rep/money', screen: { load: () => import('./money/money-screen.tsx') } },
    { path: '/reps/$rep/page', screen: { load: () => import('./page/page-screen.tsx') } },
    { path: visit, screen: { load: () => import('./visit/visit-screen.tsx') } },
    { path: `${visit}/$item`, screen: { load: () => import('./visit/visit-item-screen.tsx') } },
    { path: '/reps/$rep/items/$item', screen: { load: () => import('./item/item-screen.tsx') } },
    {
      path: '/reps/$rep/review/$milestone',
      screen: { load: () => import('./review/review-screen.tsx') },
    },
    {
      path: '/reps/$rep/timeline',
      screen: { load: () => import('./timeline/timeline-screen.tsx') },
    },
    { path: '/reps/$rep/end', screen: { load: () => import('./review/end-screen.tsx') } },
  ],
} satisfies Feature
